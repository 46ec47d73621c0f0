"""micro-nn: functional layers. Every layer is a function that takes its input and
gives (output, pullback). JAX-ish, without JAX."""
import numpy as np
from functools import reduce


def dense(p, x):
    def pull(ct):
        return {"w": np.einsum("ni,no->io", x, ct), "b": ct.sum(0)}, np.einsum("no,io->ni", ct, p["w"])
    return np.einsum("ni,io->no", x, p["w"]) + p["b"], pull


def softplus(_, x):
    y = np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))
    def pull(ct):
        return None, ct * (1 - np.exp(-y))
    return y, pull


def sequential(*layers):
    def apply(params, x):
        pulls = []
        for f, p in zip(layers, params):
            x, pl = f(p, x)
            pulls.append(pl)
        def pull(ct):
            grads = []
            for pl in pulls[::-1]:
                g, ct = pl(ct)
                grads.append(g)
            return grads[::-1]
        return x, pull
    return apply


def bce_with_logits(z, t):
    val = np.mean(np.maximum(z, 0) - z * t + np.log1p(np.exp(-np.abs(z))))
    return val, (1 / (1 + np.exp(-z)) - t) / z.size


net = sequential(dense, softplus, dense, softplus, dense, softplus, dense)


def init(key, sizes):
    rs = np.random.RandomState(key)
    ps = []
    for i, o in zip(sizes, sizes[1:]):
        ps += [{"w": rs.randn(i, o) / i ** 0.5, "b": rs.randn(o) * 0.01}, None]
    return ps[:-1]


def value_and_grad(params, x, t):
    z, pull = net(params, x)
    val, ct = bce_with_logits(z, t)
    return val, pull(ct)


def sgd(params, grads, lr):
    return [p if p is None else {k: p[k] - lr * g[k] for k in p} for p, g in zip(params, grads)]


def train(params, x, t, lr=0.2, steps=300, every=100):
    def one(ps, i):
        val, g = value_and_grad(ps, x, t)
        if i % every == 0:
            print("step", i, "loss", round(float(val), 5))
        return sgd(ps, g, lr)
    return reduce(one, range(steps), params)


if __name__ == "__main__":
    rs = np.random.RandomState(0)
    x = rs.randn(100, 2)
    t = np.stack([(x[:, 0] * x[:, 1] > 0), (x ** 2).sum(1) < 1.5], 1).astype(float)
    params = train(init(1, [2, 8, 6, 6, 2]), x, t)
    z, _ = net(params, x)
    print("acc", ((z > 0) == t).mean(0))
