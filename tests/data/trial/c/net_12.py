# Appendix B.  A three layer perceptron for temperature prediction
import numpy as np

np.random.seed(77)
n = 50
day = np.random.rand(n, 1) * 2 - 1
wind = np.random.rand(n, 1)
X = np.hstack((day, wind))
y = 0.5 * np.cos(3 * day) - 0.4 * wind

hidden = 6
rate = 0.2
W1, b1 = np.random.randn(2, hidden), np.random.randn(hidden) * 0.1
W2, b2 = np.random.randn(hidden, hidden), np.random.randn(hidden) * 0.1
W3, b3 = np.random.randn(hidden, 1), np.zeros(1)


def sig(x):
    return 1.0 / (1.0 + np.exp(-x))


def forward():
    global a1, a2, out
    a1 = sig(X @ W1 + b1)
    a2 = sig(a1 @ W2 + b1)
    out = a2 @ W3 + b3


def cost():
    return ((out - y) ** 2).sum() / (2 * n)


def backward():
    global dW1, db1, dW2, db2, dW3, db3
    d3 = out - y
    dW3 = a2.T @ d3 / n
    db3 = d3.sum(axis=0) / n
    d2 = d3 @ W3.T * a2 * (1 - a2)
    dW2 = a1.T @ d2 / n
    db2 = d2.sum(axis=0) / n
    d1 = d2 @ W2.T * a1 * (1 - a1)
    dW1 = X.T @ d1
    db1 = d1.sum(axis=0) / n


def descend():
    global W1, b1, W2, b2, W3, b3
    W1 = W1 - rate * dW1
    b1 = b1 - rate * db1
    W2 = W2 - rate * dW2
    b2 = b2 - rate * db2
    W3 = W3 - rate * dW3
    b3 = b3 - rate * db3


epochs = 1000
for e in range(epochs):
    forward()
    if e % 200 == 0:
        print(e, cost())
    backward()
    descend()
