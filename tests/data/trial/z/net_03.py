"""Fit a dose-response surface. All parameters live in one flat vector theta."""
import numpy as np

SIZES = [2, 7, 6, 1]


def n_params(sizes=SIZES):
    return sum(i * o + o for i, o in zip(sizes[:-1], sizes[1:]))


def unpack(theta, sizes=SIZES):
    out, k = [], 0
    for i, o in zip(sizes[:-1], sizes[1:]):
        W = theta[k:k + i * o].reshape(i, o)
        k += i * o
        b = theta[k:k + o]
        k += o
        out.append((W, b))
    return out


def sig(x):
    return 1 / (1 + np.exp(-x))


def silu(x):
    return x * sig(x)


def silu_grad(x):
    s = sig(x)
    return s + x * s * (1 - s)


def forward(theta, X):
    layers = unpack(theta)
    a = X
    ins, pre = [], []
    for k, (W, b) in enumerate(layers):
        ins.append(a)
        z = a @ W + b
        pre.append(z)
        a = silu(z) if k < len(layers) - 1 else z
    return a[:, 0], ins, pre


def loss(theta, X, y):
    f, _, _ = forward(theta, X)
    r = f - y
    return 0.5 * np.dot(r, r) / len(y)


def loss_and_grad(theta, X, y):
    layers = unpack(theta)
    f, ins, pre = forward(theta, X)
    r = f - y
    value = 0.5 * np.dot(r, r) / len(y)
    delta = (r / len(y))[:, None]
    parts = []
    for k in reversed(range(len(layers))):
        W, _ = layers[k]
        gW = delta.T @ ins[k]
        gb = delta.sum(0)
        parts.insert(0, np.concatenate([gW.ravel(), gb]))
        if k > 0:
            delta = (delta @ W.T) * silu_grad(pre[k - 1])
    return value, np.concatenate(parts)


def fit(theta, X, y, lr=0.05, iters=500, verbose=True):
    for it in range(iters):
        value, g = loss_and_grad(theta, X, y)
        theta = theta - lr * g
        if verbose and it % 100 == 0:
            print(f"{it:5d} {value:.6f}")
    return theta


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.uniform(-2, 2, (90, 2))
    y = np.exp(-X[:, 0] ** 2) + 0.5 * X[:, 1]
    theta = 0.5 * rng.standard_normal(n_params())
    theta = fit(theta, X, y)
    print("final", loss(theta, X, y))
