"""Fit a noisy sine with a small ELU network (full batch gradient descent).

cost = mean over the samples of (yhat - y)^2
"""
import numpy as np

rs = np.random.RandomState(7)
alpha = 1.0


def elu(z):
    return np.where(z > 0, z, alpha * (np.exp(np.minimum(z, 0)) - 1))


def delu(z):
    return np.where(z > 0, 1.0, elu(z))


def init(sizes):
    Ws, bs = [], []
    for i, o in zip(sizes[:-1], sizes[1:]):
        Ws.append(rs.randn(i, o) * np.sqrt(1.0 / i))
        bs.append(np.zeros(o))
    return Ws, bs


def predict(Ws, bs, x):
    pre, act = [], [x]
    for k in range(len(Ws)):
        z = act[-1].dot(Ws[k]) + bs[k]
        pre.append(z)
        act.append(z if k == len(Ws) - 1 else elu(z))
    return pre, act


def cost(Ws, bs, x, y):
    return np.mean((predict(Ws, bs, x)[1][-1] - y) ** 2)


def gradients(Ws, bs, x, y):
    pre, act = predict(Ws, bs, x)
    gW, gb = [None] * len(Ws), [None] * len(bs)
    d = 2.0 * (act[-1] - y) / len(x)
    for k in range(len(Ws) - 1, -1, -1):
        gW[k] = act[k].T.dot(d)
        gb[k] = d.sum(0)
        if k:
            d = d.dot(Ws[k].T) * delu(pre[k - 1])
    return gW, gb


def descend(Ws, bs, x, y, eta):
    gW, gb = gradients(Ws, bs, x, y)
    for k in range(len(Ws)):
        Ws[k] -= eta * gW[k]
        bs[k] -= eta * gb[k]


def main():
    x = np.linspace(-2, 2, 60).reshape(-1, 1)
    y = np.sin(2 * x) + 0.05 * rs.randn(60, 1)
    Ws, bs = init([1, 12, 8, 1])
    for t in range(1001):
        if t % 250 == 0:
            print(t, cost(Ws, bs, x, y))
        descend(Ws, bs, x, y, 0.02)


if __name__ == "__main__":
    main()
