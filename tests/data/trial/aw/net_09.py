"""Small GELU network, all parameters living in one flat vector."""
import math
import numpy as np

SHAPES = [(2, 9), (9,), (9, 7), (7,), (7, 1), (1,)]
SIZES = [int(np.prod(s)) for s in SHAPES]
C = math.sqrt(2.0 / math.pi)


def unpack(vec):
    parts, pos = [], 0
    for shape, size in zip(SHAPES, SIZES):
        parts.append(vec[pos:pos + size].reshape(shape))
        pos += size
    return parts


def pack(parts):
    return np.concatenate([np.ravel(p) for p in parts])


def gelu(x):
    return 0.5 * x * (1.0 + np.tanh(C * (x + 0.044715 * x ** 3)))


def gelu_prime(x):
    t = np.tanh(C * (x + 0.044715 * x ** 3))
    return 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t ** 2) * C * (1.0 + 0.044715 * x ** 2)


def forward(vec, x):
    w1, b1, w2, b2, w3, b3 = unpack(vec)
    u1 = x @ w1 + b1
    h1 = gelu(u1)
    u2 = h1 @ w2 + b2
    h2 = gelu(u2)
    return u1, h1, u2, h2, h2 @ w3 + b3


def mse(vec, x, y):
    return float(np.mean((forward(vec, x)[-1] - y) ** 2))


def grad(vec, x, y):
    w1, b1, w2, b2, w3, b3 = unpack(vec)
    u1, h1, u2, h2, yhat = forward(vec, x)
    g = 2.0 * (yhat - y) / len(x)
    gw3, gb3 = h2.T @ g, g.sum(0)
    g = (g @ w3.T) * gelu_prime(u2)
    gw2, gb2 = h1.T @ g, g.sum(0)
    g = (g @ w2.T) * gelu_prime(u1)
    gw1, gb1 = x.T @ g, g.sum(0)
    return pack([gw1, gb1, gw2, gb2, gw3, gb3])


def step(vec, x, y, lr=0.1):
    return vec - lr * grad(vec, x, y)


def demo():
    rng = np.random.default_rng(2024)
    vec = rng.normal(0.0, 0.5, sum(SIZES))
    x = rng.uniform(-2, 2, (100, 2))
    y = (x[:, :1] ** 2 - x[:, 1:]) / 2
    for k in range(501):
        if k % 100 == 0:
            print("step", k, "mse", round(mse(vec, x, y), 6))
        vec = step(vec, x, y)


if __name__ == "__main__":
    demo()
