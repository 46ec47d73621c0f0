#!/usr/bin/env python3
"""Price-per-night regressor for the hackathon.  Usage: python net_06.py [steps]"""
import sys
import itertools
import numpy as np

K = np.sqrt(2 / np.pi)


def gelu(x):
    return 0.5 * x * (1 + np.tanh(K * (x + 0.044715 * x ** 3)))


def gelu_grad(x):
    t = np.tanh(K * (x + 0.044715 * x ** 3))
    return 0.5 * (1 + t) + 0.5 * x * (1 - t ** 2) * K * (1 + 0.044715 * x ** 2)


def init(sizes, seed=0):
    rng = np.random.default_rng(seed)
    return [{"W": rng.normal(size=(o, i)) * (2 / i) ** 0.5, "b": np.zeros(o)} for i, o in zip(sizes, sizes[1:])]


def batches(X, y, size, seed=0):
    """endless stream of minibatches"""
    rng = np.random.default_rng(seed)
    for epoch in itertools.count():
        perm = rng.permutation(len(X))
        for chunk in np.array_split(perm, len(X) // size):
            yield epoch, X[chunk], y[chunk]


def predict(net, X):
    h = X
    for layer in net[:-1]:
        h = gelu(h @ layer["W"].T + layer["b"])
    return h @ net[-1]["W"].T + net[-1]["b"]


def train(net, stream, lr):
    """generator, yields (epoch, mse of the batch before the step)"""
    for epoch, X, y in stream:
        inputs, pre = [], []
        h = X
        for i, layer in enumerate(net):
            inputs.append(h)
            z = h @ layer["W"].T + layer["b"]
            pre.append(z)
            h = gelu(z) if i < len(net) - 1 else z

        err = h - y
        mse = np.mean(err ** 2)

        grad = 2 * err / err.size
        for i in range(len(net) - 1, -1, -1):
            layer = net[i]
            dW = grad.T @ inputs[i]
            db = grad.sum(axis=0)
            if i:
                grad = (grad @ layer["W"]) * gelu_grad(pre[i - 1])
            layer["W"] -= lr * dW
            layer["b"] -= lr * db
        yield epoch, mse


def fake_listings(n=256, seed=21):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, 4))      # size, rooms, distance, rating (all standardised)
    price = 1.2 * X[:, 0] + 0.4 * X[:, 1] - np.abs(X[:, 2]) + 0.3 * X[:, 3] * X[:, 0]
    return X, price.reshape(-1, 1)


if __name__ == "__main__":
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    X, y = fake_listings()
    net = init([4, 16, 16, 1])
    run = train(net, batches(X, y, 32), lr=0.03)
    for step, (epoch, mse) in enumerate(itertools.islice(run, steps)):
        if step % 80 == 0:
            print(f"step {step:5d} epoch {epoch:3d} mse {mse:.4f}")
    print("final mse", np.mean((predict(net, X) - y) ** 2))
