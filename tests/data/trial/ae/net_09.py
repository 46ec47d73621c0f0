# Ported from my Flux.jl toy (SwishNet.jl). Kept the unicode, kept the (features x batch) layout.
import numpy as np

σ = lambda z: 1 / (1 + np.exp(-z))
swish = lambda z: z * σ(z)


def dswish(z):
    s = σ(z)
    return s + s * (1 - s)


def glorot(rng, out, inn):
    return (rng.random((out, inn)) - 0.5) * np.sqrt(24 / (out + inn))


def chain(rng, *dims):
    return [{'W': glorot(rng, o, i), 'b': np.zeros((o, 1))} for i, o in zip(dims[:-1], dims[1:])]


def forward(m, x):
    zs, hs = [], [x]
    for l in m[:-1]:
        zs.append(l['W'] @ hs[-1] + l['b'])
        hs.append(swish(zs[-1]))
    zs.append(m[-1]['W'] @ hs[-1] + m[-1]['b'])
    ŷ = σ(zs[-1])
    return ŷ, zs, hs


def mse(ŷ, y):
    return np.sum((ŷ - y) ** 2) / (2 * y.shape[1])


def pullback(m, x, y):
    ŷ, zs, hs = forward(m, x)
    B = x.shape[1]
    dm = [None] * len(m)
    δ = (ŷ - y) / B
    for i in range(len(m) - 1, -1, -1):
        dm[i] = {'W': np.einsum('ob,ib->oi', δ, hs[i]), 'b': np.einsum('ob->o', δ)[:, None]}
        if i:
            δ = np.einsum('oi,ob->ib', m[i]['W'], δ) * dswish(zs[i - 1])
    return mse(ŷ, y), dm


def update_(m, dm, v, η, ρ):
    for l, g, vl in zip(m, dm, v):
        for k in ('W', 'b'):
            vl[k] = ρ * vl[k] + η * g[k]
            l[k] = l[k] - vl[k]


def train_(m, x, y, η=0.3, ρ=0.8, epochs=200, batchsize=20, rng=None):
    rng = rng or np.random.default_rng(0)
    v = [{k: np.zeros_like(a) for k, a in l.items()} for l in m]
    for ep in range(1, epochs + 1):
        p = rng.permutation(x.shape[1])
        for s in range(0, len(p), batchsize):
            j = p[s:s + batchsize]
            _, dm = pullback(m, x[:, j], y[:, j])
            update_(m, dm, v, η, ρ)
        if ep % 50 == 0:
            print(f"epoch {ep}: mse = {mse(forward(m, x)[0], y):.5f}")
    return m


if __name__ == "__main__":
    rng = np.random.default_rng(2021)
    x = rng.uniform(-1.5, 1.5, (2, 120))
    y = np.vstack([np.hypot(*x) < 1, x[0] * x[1] > 0]).astype(float)
    m = chain(rng, 2, 9, 7, 2)
    train_(m, x, y, rng=rng)
