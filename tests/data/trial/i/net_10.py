# Пишем нейросеть на numpy за вечер. Код к статье, 2021.
# два скрытых слоя ReLU, на выходе сигмоида, бинарная классификация, SGD + momentum
import numpy as np

rs = np.random.RandomState(17)

# --- данные: два полумесяца ---
n = 100
t = rs.rand(n) * np.pi
x_a = np.c_[np.cos(t), np.sin(t)]
x_b = np.c_[1 - np.cos(t), 0.4 - np.sin(t)]
x = np.r_[x_a, x_b] + 0.1 * rs.randn(2 * n, 2)
y = np.r_[np.zeros((n, 1)), np.ones((n, 1))]

H = 16
lr, mu = 0.05, 0.9
EPOCHS = 400

W1 = rs.randn(2, H) * np.sqrt(2 / 2)
b1 = np.zeros(H)
W2 = rs.randn(H, H) * np.sqrt(2 / H)
b2 = np.zeros(H)
W3 = rs.randn(H, 1) * np.sqrt(1 / H)
b3 = np.zeros(1)

vW1, vb1 = np.zeros_like(W1), np.zeros_like(b1)
vW2, vb2 = np.zeros_like(W2), np.zeros_like(b2)
vW3, vb3 = np.zeros_like(W3), np.zeros_like(b3)


def relu(z):
    return z * (z > 0)


def sigm(z):
    return 1 / (1 + np.exp(-z))


def logloss(p, y):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


for epoch in range(EPOCHS):
    # прямой проход
    z1 = x @ W1 + b1
    h1 = relu(z1)
    z2 = h1 @ W2 + b2
    h2 = relu(z2)
    p = sigm(h2 @ W3 + b3)

    if epoch % 100 == 0:
        print('эпоха', epoch, 'logloss', logloss(p, y), 'acc', np.mean((p > .5) == y))

    # обратный проход
    d3 = (p - y) * p * (1 - p) / len(x)
    gW3 = h2.T @ d3
    gb3 = d3.sum(axis=0)
    d2 = d3 @ W3.T * (z2 > 0)
    gW2 = h1.T @ d2
    gb2 = d2.sum(axis=0)
    d1 = d2 @ W2.T * (z1 > 0)
    gW1 = x.T @ d1
    gb1 = d1.sum(axis=0)

    # шаг с импульсом
    vW1 = mu * vW1 - lr * gW1
    vb1 = mu * vb1 - lr * gb1
    vW2 = mu * vW2 - lr * gW2
    vb2 = mu * vb1 - lr * gb2
    vW3 = mu * vW3 - lr * gW3
    vb3 = mu * vb3 - lr * gb3

    W1 += vW1
    b1 += vb1
    W2 += vW2
    b2 += vb2
    W3 += vW3
    b3 += vb3

print('итог:', logloss(p, y))
