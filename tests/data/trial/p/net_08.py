# red neuronal desde cero, 2 capas ocultas (tanh) y salida lineal
# problema: aproximar z = x*y
import numpy as np
np.random.seed(10)

N = 80
X = np.random.rand(N, 2) * 2 - 1
Y = (X[:, 0] * X[:, 1]).reshape(N, 1)

ocultas = 10
W1 = np.random.randn(2, ocultas) * 0.7
b1 = np.zeros((1, ocultas))
W2 = np.random.randn(ocultas, ocultas) * 0.4
b2 = np.zeros((1, ocultas))
W3 = np.random.randn(ocultas, 1) * 0.4
b3 = np.zeros((1, 1))

vW1 = np.zeros_like(W1); vb1 = np.zeros_like(b1)
vW2 = np.zeros_like(W2); vb2 = np.zeros_like(b2)
vW3 = np.zeros_like(W3); vb3 = np.zeros_like(b3)

lr = 0.05
mu = 0.8
lam = 0.0005
epocas = 1000


def tanh(x):
    return np.tanh(x)


def d_tanh(x):
    return 1 - np.tanh(x) ** 2


for ep in range(epocas):
    # ---- hacia adelante
    A1 = tanh(X @ W1 + b1)
    A2 = tanh(A1 @ W2 + b2)
    P = A2 @ W3 + b3

    # costo: error cuadratico medio / 2 + penalizacion L2
    costo = np.sum((P - Y) ** 2) / (2 * N)
    costo += lam / 2 * (np.sum(W1 ** 2) + np.sum(W2 ** 2) + np.sum(W3 ** 2))

    # ---- hacia atras
    D3 = (P - Y) / N
    D2 = (D3 @ W3.T) * d_tanh(A2)
    D1 = (D2 @ W2.T) * d_tanh(A1)

    dW3 = A2.T @ D3 + lam * W3
    dW2 = A1.T @ D2 + lam * W2
    dW1 = X.T @ D1 + lam * W1
    db3 = D3.sum(axis=0, keepdims=True)
    db2 = D2.sum(axis=0, keepdims=True)
    db1 = D1.sum(axis=0, keepdims=True)

    # ---- momentum
    vW1 = mu * vW1 - lr * dW1
    vb1 = mu * vb1 - lr * db1
    vW2 = mu * vW2 - lr * dW2
    vb2 = mu * vb1 - lr * db2
    vW3 = mu * vW3 - lr * dW3
    vb3 = mu * vb3 - lr * db3
    W1 += vW1
    b1 += vb1
    W2 += vW2
    b2 += vb2
    W3 += vW3
    b3 += vb3

    if ep % 200 == 0:
        print("epoca", ep, "costo", round(float(costo), 6))

print("final:", float(np.mean((P - Y) ** 2)))
