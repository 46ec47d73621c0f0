"""All parameters in one flat vector; the bias is the last row of each matrix."""
import numpy as np

SHAPES = [(3, 9), (10, 8), (9, 7), (8, 6), (7, 4)]
SIZES = [r * c for r, c in SHAPES]
OFFS = np.concatenate([[0], np.cumsum(SIZES)])
REG = 1e-2
RATE = 0.05
MU = 0.8
STEPS = 400


def views(vec):
    return [vec[OFFS[i]:OFFS[i + 1]].reshape(SHAPES[i]) for i in range(len(SHAPES))]


def with_one(a):
    return np.concatenate([a, np.ones((a.shape[0], 1))], axis=1)


def silu(z):
    return z / (1 + np.exp(-z))


def dsilu(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 + z * (1 - s))


def loss_and_grad(vec, X, Y):
    """mean cross entropy + REG/2 * |all weights without biases|^2"""
    Ms = views(vec)
    g = np.zeros_like(vec)
    Gs = views(g)

    ins, zs = [], []
    a = X
    for k, M in enumerate(Ms):
        ins.append(with_one(a))
        z = ins[-1] @ M
        zs.append(z)
        a = silu(z) if k < len(Ms) - 1 else z

    a = a - a.max(axis=1, keepdims=True)
    P = np.exp(a)
    P /= P.sum(axis=1, keepdims=True)
    N = X.shape[0]
    loss = -(Y * np.log(P)).sum() / N
    d = (P - Y) / N
    for k in reversed(range(len(Ms))):
        Gs[k][...] = ins[k].T @ d
        Gs[k][:-1] += REG * Ms[k][:-1]
        loss += 0.5 * REG * np.sum(Ms[k][:-1] ** 2)
        if k:
            d = (d @ Ms[k][:-1].T) * dsilu(zs[k - 1])
    return loss, g


rs = np.random.RandomState(9)
# 4 classes: which quadrant the first two coordinates are in
X = rs.randn(120, 2)
cls = 2 * (X[:, 0] > 0) + (X[:, 1] > 0)
Y = np.eye(4)[cls]

theta = np.concatenate([(rs.randn(r, c) * np.sqrt(1.5 / r)).ravel() for r, c in SHAPES])
speed = np.zeros_like(theta)

for t in range(STEPS):
    value, slope = loss_and_grad(theta, X, Y)
    speed = MU * speed + slope
    theta = theta - RATE * speed
    if t % 80 == 0:
        print(t, value)
