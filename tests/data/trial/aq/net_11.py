# Trabalho 2 - Inteligência Artificial - prof. pediu 2 camadas escondidas e saída sigmoide
# custo = média da entropia cruzada binária (soma nas 2 saídas, média nos exemplos)
import numpy as np

rng = np.random.RandomState(123)
X = rng.randn(4, 80)
Y = np.vstack([(X[0] + X[1] > 0), (X[2] * X[3] > 0)]).astype(float)
m = X.shape[1]

n1, n2 = 6, 5
W1 = rng.randn(n1, 4) * 0.5
b1 = np.zeros((n1, 1))
W2 = rng.randn(n2, n1) * 0.5
b2 = np.zeros((n2, 1))
W3 = rng.randn(2, n2) * 0.5
b3 = np.zeros((2, 1))

taxa = 0.3
epocas = 400
custos = []

for ep in range(epocas):
    # ida
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = np.tanh(Z2)
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))

    custo = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    custos.append(custo)

    # volta
    dZ3 = (A3 - Y) / m
    dW3 = dZ3 @ A2.T
    db3 = np.sum(dZ3)
    dZ2 = (W3.T @ dZ3) * (1 - A2 ** 2)
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2)
    dZ1 = W2.T @ dZ2
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1)

    # atualiza
    W1 -= taxa * dW1; b1 -= taxa * db1
    W2 -= taxa * dW2; b2 -= taxa * db2
    W3 -= taxa * dW3; b3 -= taxa * db3

    if ep % 100 == 0:
        print("época", ep, "custo", round(float(custo), 4))

acertos = np.mean((A3 > 0.5) == Y)
print("acertos:", acertos)
