# ELU network, 4 hidden layers, fit a 1d curve. all params in one flat vector
import numpy as np
np.random.seed(0)

DIMS = [1, 8, 8, 6, 6, 1]
ALPHA = 1.0

shapes = []
for a, b in zip(DIMS[:-1], DIMS[1:]):
    shapes += [(b, a), (b, 1)]
N_PARAMS = sum(r * c for r, c in shapes)


def unpack(theta):
    mats, pos = [], 0
    for r, c in shapes:
        mats.append(theta[pos:pos + r * c].reshape(r, c))
        pos += r * c
    return mats[0::2], mats[1::2]


def elu(z):
    return np.where(z > 0, z, ALPHA * (np.exp(np.minimum(z, 0)) - 1))


def elu_prime_from_output(a):
    return np.where(a > 0, 1.0, a + ALPHA)


def net(theta, x):
    Ws, bs = unpack(theta)
    hs = [x]
    for W, b in zip(Ws[:-1], bs[:-1]):
        hs.append(elu(W @ hs[-1] + b))
    return Ws[-1] @ hs[-1] + bs[-1], hs


def sse(theta, x, y):
    return np.sum((net(theta, x)[0] - y) ** 2)


def sse_grad(theta, x, y):
    Ws, bs = unpack(theta)
    out, hs = net(theta, x)
    pieces = []
    delta = 2 * (out - y)
    for i in range(len(Ws))[::-1]:
        pieces.insert(0, delta.sum(axis=1))
        pieces.insert(0, (delta @ hs[i].T).ravel())
        if i:
            delta = (Ws[i].T @ delta) * elu_prime_from_output(hs[i])
    return np.concatenate(pieces)


theta = np.zeros(N_PARAMS)
pos = 0
for r, c in shapes:
    if c > 1 or r == DIMS[1]:
        theta[pos:pos + r * c] = np.random.randn(r * c) * np.sqrt(1.0 / c)
    pos += r * c

x = np.linspace(-2, 2, 40).reshape(1, -1)
y = np.sin(2 * x) + 0.5 * x

lr = 2e-4
vel = np.zeros_like(theta)
history = []
for it in range(800):
    g = sse_grad(theta, x, y)
    vel = 0.9 * vel + g
    theta = theta - lr * vel
    history.append(sse(theta, x, y))
print("SSE start/end:", history[0], history[-1])
