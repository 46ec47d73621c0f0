"""Functional MLP: every layer is a pair (init, apply); apply returns output and a pullback."""
import numpy as np
from functools import reduce


def dense(nin, nout):
    def init(rng):
        return {"w": rng.normal(0, 1 / np.sqrt(nin), (nin, nout)), "b": np.zeros(nout)}

    def apply(p, x):
        def pullback(g):
            return {"w": x.T @ g, "b": g.sum(0)}, g @ p["w"].T
        return x @ p["w"] + p["b"], pullback
    return init, apply


def silu():
    def apply(_, x):
        s = 1 / (1 + np.exp(-x))
        return x * s, lambda g: ({}, g * s * (1 + x * (1 - s)))
    return (lambda rng: {}), apply


def serial(*layers):
    inits, applies = zip(*layers)

    def init(rng):
        return [f(rng) for f in inits]

    def apply(params, x):
        pulls = []
        for p, f in zip(params, applies):
            x, pb = f(p, x)
            pulls.append(pb)

        def pullback(g):
            grads = []
            for pb in reversed(pulls):
                gp, g = pb(g)
                grads.append(gp)
            return grads[::-1], g
        return x, pullback
    return init, apply


def bce_logits(z, y):
    loss = np.mean(np.logaddexp(0, z) - y * z)
    return loss, (1 / (1 + np.exp(-z)) - y) / z.size


def l2(params, lam):
    return 0.5 * lam * reduce(lambda a, p: a + np.sum(p["w"] ** 2), (p for p in params if p), 0.0)


init, apply = serial(dense(2, 8), silu(), dense(8, 8), silu(), dense(8, 5), silu(), dense(5, 1))


def objective(params, x, y, lam):
    z, _ = apply(params, x)
    return bce_logits(z, y)[0] + l2(params, lam)


def sgd(params, x, y, lr, lam):
    z, pullback = apply(params, x)
    _, dz = bce_logits(z, y)
    grads, _ = pullback(dz)

    def upd(p, g):
        return {k: p[k] - lr * (g[k] + (lam * p[k] if k == "w" else 0.0)) for k in p}
    return [upd(p, g) for p, g in zip(params, grads)]


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 2))
    Y = ((X ** 2).sum(1, keepdims=True) > 1.2).astype(float)
    params = init(rng)
    for it in range(401):
        if it % 100 == 0:
            print(it, objective(params, X, Y, 1e-3))
        params = sgd(params, X, Y, 0.5, 1e-3)
