"""One-file experiment: calibrating a sensor curve with an MLP, params as a single vector."""
import numpy as np
from functools import partial

shapes = [(1, 10), (10,), (10, 10), (10,), (10, 1), (1,)]
splits = np.cumsum([int(np.prod(s)) for s in shapes])[:-1]


def to_arrays(w):
    return [p.reshape(s) for p, s in zip(np.split(w, splits), shapes)]


def to_vector(arrays):
    return np.concatenate([a.ravel() for a in arrays])


def sigmoid(a):
    return 1.0 / (1.0 + np.exp(-a))


def net(w, x):
    W1, b1, W2, b2, W3, b3 = to_arrays(w)
    h1 = sigmoid(x @ W1 + b1)
    h2 = sigmoid(h1 @ W2 + b2)
    return h2 @ W3 + b3, (h1, h2)


def sse(w, x, y):
    """half sum of squared errors"""
    out, _ = net(w, x)
    return 0.5 * ((out - y) ** 2).sum()


def grad_sse(w, x, y):
    _, _, W2, _, W3, _ = to_arrays(w)
    out, (h1, h2) = net(w, x)
    e3 = out - y
    e2 = (e3 @ W3.T) * h2 * (1 - h2)
    e1 = (e2 @ W2.T) * h1 * (1 - h1)
    gW = [x.T @ e1, h1.T @ e2, h2.T @ e3]
    gb = [e1.sum(0), e2.sum(0), e3.sum(0)]
    return to_vector(gW + gb)


def descend(w, grad, eta, iters, callback=None):
    for it in range(iters):
        w = w - eta * grad(w)
        if callback is not None and it % 500 == 0:
            callback(it, w)
    return w


def experiment(seed=0):
    rng = np.random.default_rng(seed)
    x = np.linspace(-1, 1, 40)[:, None]
    y = 0.3 + 0.5 * x ** 3 - 0.2 * np.cos(4 * x) + 0.02 * rng.standard_normal(x.shape)
    w0 = to_vector([rng.normal(0, 1.0, s) for s in shapes])
    f = partial(sse, x=x, y=y)
    g = partial(grad_sse, x=x, y=y)
    w = descend(w0, g, eta=0.003, iters=3000,
                callback=lambda it, w: print(f"iter {it}: E = {f(w):.4f}"))
    return w, f(w)


if __name__ == "__main__":
    w, E = experiment()
    print("E at the end:", E, " rms:", np.sqrt(2 * E / 40))
