# from my Julia notebook; samples are columns, as in Flux
import numpy as np
from collections import namedtuple

Dense = namedtuple("Dense", "W b σ")

relu = lambda z: np.maximum(z, 0)
identity = lambda z: z


def chain(dims, seed=3):
    rng = np.random.default_rng(seed)
    layers = []
    for i, (a, b) in enumerate(zip(dims[:-1], dims[1:])):
        σ = relu if i < len(dims) - 2 else identity
        layers.append(Dense(rng.standard_normal((b, a)) * np.sqrt(2 / a), np.full((b, 1), 0.05), σ))
    return layers


def softmax(z):
    e = np.exp(z - z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)


def forward(m, x):
    acts, zs = [x], []
    for W, b, σ in m:
        z = W @ acts[-1] + b
        zs.append(z)
        acts.append(σ(z))
    return acts, zs


def crossentropy(m, x, y):
    acts, _ = forward(m, x)
    return -np.sum(y * np.log(softmax(acts[-1]))) / x.shape[1]


def gradient(m, x, y):
    n = x.shape[1]
    acts, zs = forward(m, x)
    δ = (softmax(acts[-1]) - y) / n
    gs = [None] * len(m)
    for l in range(len(m) - 1, -1, -1):
        gW = δ @ acts[l].T / n
        gb = δ.sum(axis=1, keepdims=True)
        gs[l] = (gW, gb)
        if l > 0:
            δ = (m[l].W.T @ δ) * (zs[l - 1] > 0)
    return gs


def update(m, gs, η):
    return [Dense(W - η * gW, b - η * gb, σ) for (W, b, σ), (gW, gb) in zip(m, gs)]


def onehot(labels, k):
    return np.eye(k)[labels].T


def toy(n=90, seed=0):
    rng = np.random.default_rng(seed)
    lab = np.arange(n) % 3
    centers = np.array([[1, 0], [-0.5, 0.9], [-0.5, -0.9]])
    return (centers[lab] + 0.3 * rng.standard_normal((n, 2))).T, onehot(lab, 3)


if __name__ == "__main__":
    x, y = toy()
    m = chain([2, 10, 8, 6, 3])
    η = 0.3
    for epoch in range(1, 301):
        m = update(m, gradient(m, x, y), η)
        if epoch % 100 == 0:
            acc = np.mean(forward(m, x)[0][-1].argmax(0) == y.argmax(0))
            print(f"epoch {epoch}: loss = {crossentropy(m, x, y):.4f}, acc = {acc:.3f}")
