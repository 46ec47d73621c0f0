"""Inverse kinematics of a two-link arm. Layers are functions returning (value, pullback)."""
from functools import reduce
import numpy as np


def dense(W, x):
    def pull(g):
        return np.einsum("ni,no->oi", x, g), g @ W
    return x @ W.T, pull


def tanh_(x):
    y = np.tanh(x)
    return y, lambda g: g * (1 - y ** 2)


def silu_(x):
    s = 1 / (1 + np.exp(-x))
    return x * s, lambda g: g * s * (1 + x * (1 - s))


def ident_(x):
    return x, lambda g: g


NONLIN = (tanh_, silu_, tanh_, silu_, ident_)


def run(Ws, x):
    def push(state, layer):
        x, pulls = state
        W, act = layer
        z, pz = dense(W, x)
        a, pa = act(z)
        return a, pulls + [(pz, pa)]
    return reduce(push, zip(Ws, NONLIN), (x, []))


def sq_loss(out, target):
    """sum over joints, mean over samples"""
    r = out - target
    return (r ** 2).sum(axis=1).mean(), 2 * r / r.shape[0]


def gradient(Ws, x, target):
    out, pulls = run(Ws, x)
    loss, g = sq_loss(out, target)
    gs = []
    for pz, pa in pulls[::-1]:
        dW, g = pz(pa(g))
        gs.insert(0, dW)
    return loss, tuple(gs)


def sgd(Ws, vs, gs, lr, beta):
    vs = tuple(beta * v + g for v, g in zip(vs, gs))
    return tuple(W - lr * v for W, v in zip(Ws, vs)), vs


def arm(n, rng):
    q = np.column_stack([rng.uniform(0.1, 1.2, n), rng.uniform(0.3, 1.5, n)])
    x = np.cos(q[:, 0]) + 0.8 * np.cos(q.sum(1))
    y = np.sin(q[:, 0]) + 0.8 * np.sin(q.sum(1))
    return np.column_stack([x, y, np.ones(n)]), q


def main():
    rng = np.random.default_rng(8)
    x, q = arm(160, rng)
    sizes = [3, 12, 10, 10, 8, 2]
    Ws = tuple(rng.normal(size=(o, i)) / np.sqrt(i) for i, o in zip(sizes, sizes[1:]))
    vs = tuple(np.zeros_like(W) for W in Ws)
    for epoch in range(200):
        loss, gs = gradient(Ws, x, q)
        Ws, vs = sgd(Ws, vs, gs, lr=0.02, beta=0.9)
        if epoch % 40 == 0:
            print(epoch, loss)
    print("done", gradient(Ws, x, q)[0])


if __name__ == "__main__":
    main()
