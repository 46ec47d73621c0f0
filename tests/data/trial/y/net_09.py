"""Failure probability of a component from (load, temperature, age): binary MLP, mean cross-entropy."""
import numpy as np


def glorot(key, n, m):
    return key.uniform(-1, 1, (n, m)) * np.sqrt(6 / (n + m))


def affine(params, x):
    """Returns value and pullback."""
    W, b = params

    def pull(g):
        return (x.T @ g, g.sum(0)), g @ W.T
    return x @ W + b, pull


def tanh_layer(z):
    a = np.tanh(z)
    return a, lambda g: g * (1 - z * z)


def expit(z):
    return 1 / (1 + np.exp(-z))


def bce(logits, y):
    """-mean(y log p + (1-y) log(1-p)), p = expit(logits)"""
    p = expit(logits)
    val = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))

    def pull():
        return (p - y) * p * (1 - p) / len(y)
    return val, pull


def loss_and_grads(tree, x, y):
    pulls = []
    for k, params in enumerate(tree):
        x, pull = affine(params, x)
        pulls.append(("affine", pull))
        if k < len(tree) - 1:
            x, pull = tanh_layer(x)
            pulls.append(("act", pull))
    val, pull = bce(x, y)
    g = pull()
    grads = []
    for kind, pull in reversed(pulls):
        if kind == "affine":
            gp, g = pull(g)
            grads.append(gp)
        else:
            g = pull(g)
    return val, grads[::-1]


def tree_axpy(a, gs, ps):
    return [tuple(p + a * g for p, g in zip(pp, gg)) for pp, gg in zip(ps, gs)]


def run(lr=0.02, iters=400):
    key = np.random.default_rng(21)
    x = key.normal(size=(300, 3))
    risk = 1.5 * x[:, 0] * x[:, 1] + x[:, 2]
    y = (key.uniform(size=300) < expit(2 * risk)).astype(float)[:, None]
    dims = (3, 10, 10, 1)
    tree = [(glorot(key, n, m), np.zeros(m)) for n, m in zip(dims[:-1], dims[1:])]
    for it in range(iters):
        val, grads = loss_and_grads(tree, x, y)
        tree = tree_axpy(-lr, grads, tree)
        if it % 80 == 0:
            print("iter %d  bce %.4f" % (it, val))
    return tree


if __name__ == "__main__":
    run()
