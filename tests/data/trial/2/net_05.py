"""fp-net: a network is nothing but a composition of functions that know their pullback."""
from functools import reduce
import numpy as np


def dense(n_in, n_out, rng):
    params = (rng.standard_normal((n_in, n_out)) * n_in ** -0.5, np.zeros((1, n_out)))

    def apply(p, x):
        w, b = p

        def pullback(g):
            return g @ w.T, (x.T @ g, g.sum(0, keepdims=True))
        return x @ w + b, pullback

    return params, apply


def elementwise(f):
    def apply(_, x):
        y, slope = f(x)
        return y, lambda g: (g * slope, ())
    return (), apply


def silu(x):
    s = 1 / (1 + np.exp(-x))
    return x * s, s + x * s * (1 - s)


def tanh(x):
    t = np.tanh(x)
    return t, 1 - t * t


def compose(*stages):
    params, fns = zip(*stages)

    def run(ps, x):
        def go(carry, stage):
            val, tape = carry
            fn, p = stage
            out, pb = fn(p, val)
            return out, [pb] + tape
        y, tape = reduce(go, zip(fns, ps), (x, []))

        def pullback(g):
            def back(carry, pb):
                g, grads = carry
                g, gp = pb(g)
                return g, [gp] + grads
            return reduce(back, tape, (g, []))
        return y, pullback

    return list(params), run


def half_mse(pred, y):
    """sum over the outputs, mean over the rows, one half in front"""
    diff = pred - y
    return 0.5 * np.sum(diff ** 2) / len(y), diff / len(y)


def sgd(lr, decay):
    """decoupled decay of the matrices (the offsets have shape[0] == 1 and stay as they are)"""
    def shrink(p):
        return 1.0 if p.shape[0] == 1 else 1.0 - lr * decay
    return lambda ps, gs: [tuple(shrink(p) * p - lr * g for p, g in zip(pp, gg)) for pp, gg in zip(ps, gs)]


def make_step(run, criterion, update):
    def step(ps, batch):
        x, y = batch
        pred, pullback = run(ps, x)
        loss, g = criterion(pred, y)
        _, grads = pullback(g)
        return update(ps, grads), loss
    return step


def main():
    rng = np.random.default_rng(11)
    params, run = compose(
        dense(3, 12, rng), elementwise(silu),
        dense(12, 7, rng), elementwise(tanh),
        dense(7, 2, rng),
    )
    step = make_step(run, half_mse, sgd(lr=0.1, decay=1e-3))
    x = rng.uniform(-1, 1, (128, 3))
    y = np.stack([x[:, 0] * x[:, 1], np.cos(2 * x[:, 2])], axis=1)
    for i in range(300):
        params, loss = step(params, (x, y))
        if i % 60 == 0:
            print(i, loss)
    return params


if __name__ == "__main__":
    main()
