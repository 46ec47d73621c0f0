"""Homework 5 (c): regression on y = sin(3x) with a GELU network.
Row-major batches, X has shape (batch, features)."""
import numpy as np

C = np.sqrt(2.0 / np.pi)


def gelu(u):
    return 0.5 * u * (1.0 + np.tanh(C * (u + 0.044715 * u ** 3)))


def gelu_grad(u):
    th = np.tanh(C * (u + 0.044715 * u ** 3))
    inner = C * (1.0 + 0.044715 * u ** 2)
    return 0.5 * (1.0 + th) + 0.5 * u * (1.0 - th ** 2) * inner


def init(dims, rng):
    return [(rng.normal(0, 1 / np.sqrt(m), size=(m, n)), rng.normal(0, 0.1, size=n))
            for m, n in zip(dims, dims[1:])]


def forward(theta, X):
    pre, post = [], [X]
    for i, (W, b) in enumerate(theta):
        u = post[-1] @ W + b
        pre.append(u)
        post.append(u if i == len(theta) - 1 else gelu(u))
    return post[-1], pre, post


def loss_fn(yhat, y):
    # 1/(2n) * ||yhat - y||^2
    return 0.5 * np.sum((yhat - y) ** 2) / len(y)


def backward(theta, pre, post, y):
    g = (post[-1] - y) / len(y)
    out = [None] * len(theta)
    for i in range(len(theta) - 1, -1, -1):
        if i < len(theta) - 1:
            g = g * gelu_grad(pre[i])
        out[i] = (post[i].T @ g, g.sum(0))
        g = g @ theta[i][0].T
    return out


def sgd_step(theta, grads, eta):
    return [(W - eta * dW, b - eta * db) for (W, b), (dW, db) in zip(theta, grads)]


def main():
    rng = np.random.default_rng(0)
    X = rng.uniform(-2, 2, size=(200, 1))
    y = np.sin(3 * X)
    theta = init([1, 24, 24, 1], rng)
    for epoch in range(200):
        perm = rng.permutation(len(X))
        for k in range(0, len(X), 20):
            idx = perm[k:k + 20]
            _, pre, post = forward(theta, X[idx])
            grads = backward(theta, pre, post, y[idx])
            theta = sgd_step(theta, grads, 0.1)
        if epoch % 50 == 0:
            print(epoch, loss_fn(forward(theta, X)[0], y))
    print("final loss", loss_fn(forward(theta, X)[0], y))


if __name__ == "__main__":
    main()
