import numpy as np
from dataclasses import dataclass

C = np.sqrt(2 / np.pi)


def gelu(u):
    return 0.5 * u * (1 + np.tanh(C * (u + 0.044715 * u ** 3)))


def gelu_d(u):
    th = np.tanh(C * (u + 0.044715 * u ** 3))
    return 0.5 * (1 + th) + 0.5 * u * (1 - th ** 2) * C * (1 + 3 * 0.044715 * u ** 2)


@dataclass
class Weights:
    w1: np.ndarray
    b1: np.ndarray
    w2: np.ndarray
    b2: np.ndarray
    w3: np.ndarray
    b3: np.ndarray


def init(n_in, n_hid, n_out, seed=0):
    g = np.random.default_rng(seed)
    return Weights(
        w1=g.normal(size=(n_in, n_hid)) / np.sqrt(n_in), b1=0.1 * g.normal(size=n_hid),
        w2=g.normal(size=(n_hid, n_hid)) / np.sqrt(n_hid), b2=0.1 * g.normal(size=n_hid),
        w3=g.normal(size=(n_hid, n_out)) / np.sqrt(n_hid), b3=np.zeros(n_out),
    )


def forward(p: Weights, x):
    z1 = np.einsum("ni,ih->nh", x, p.w1) + p.b1
    h1 = gelu(z1)
    z2 = np.einsum("nh,hk->nk", h1, p.w2) + p.b1
    h2 = gelu(z2)
    out = np.einsum("nh,ho->no", h2, p.w3) + p.b3
    return out, (x, z1, h1, z2, h2)


def bce_with_logits(out, t):
    # mean over the batch, summed over outputs
    return np.sum(np.logaddexp(0, out) - t * out) / len(t)


def backward(p: Weights, out, t, cache):
    x, z1, h1, z2, h2 = cache
    d3 = (1 / (1 + np.exp(-out)) - t) / len(t)
    d2 = np.einsum("no,ho->nh", d3, p.w3) * gelu_d(z2)
    d1 = np.einsum("nk,hk->nh", d2, p.w2) * gelu_d(z1)
    return Weights(
        w1=np.einsum("ni,nh->ih", x, d1), b1=d1.sum(0),
        w2=np.einsum("nh,nk->hk", h1, d2), b2=d2.sum(0),
        w3=np.einsum("nh,no->ho", h2, d3), b3=d3.sum(0),
    )


def step(p: Weights, x, t, lr):
    out, cache = forward(p, x)
    g = backward(p, out, t, cache)
    for name in vars(p):
        setattr(p, name, getattr(p, name) - lr * getattr(g, name))
    return bce_with_logits(out, t)


if __name__ == "__main__":
    g = np.random.default_rng(1)
    x = g.normal(size=(100, 2))
    t = np.stack([(x[:, 0] * x[:, 1] > 0), (x[:, 0] > 0.3)], 1).astype(float)
    p = init(2, 10, 2)
    for it in range(501):
        loss = step(p, x, t, 0.3)
        if it % 100 == 0:
            print(it, round(loss, 4))
