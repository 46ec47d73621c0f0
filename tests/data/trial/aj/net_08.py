import numpy as np
rng = np.random.default_rng(11)

# data: two targets in (-1, 1)
N = 80
Xtr = rng.uniform(-1, 1, size=(N, 3))
Ttr = np.c_[np.tanh(2 * Xtr[:, 0] - Xtr[:, 1]), np.sin(2 * Xtr[:, 2]) * Xtr[:, 0]]

ALPHA = 0.5
LR = 0.05
EPOCHS = 300
dims = [3, 10, 9, 8, 7, 2]

Ws, bs = [], []
for i in range(len(dims) - 1):
    Ws.append(rng.normal(0, 1 / np.sqrt(dims[i]), size=(dims[i], dims[i + 1])))
    bs.append(np.zeros(dims[i + 1]))


def elu(z):
    return np.where(z > 0, z, ALPHA * (np.exp(np.minimum(z, 0)) - 1))


def delu(a):
    # written with the output of the unit
    return np.where(a > 0, 1.0, a + 1.0)


def fwd(x):
    acts = [x]
    for i, (W, b) in enumerate(zip(Ws, bs)):
        z = acts[-1] @ W + b
        acts.append(np.tanh(z) if i == len(Ws) - 1 else elu(z))
    return acts


def loss_fn(out, t):
    return ((out - t) ** 2).sum() / (2 * len(t))


def train_step(x, t):
    acts = fwd(x)
    out = acts[-1]
    L = loss_fn(out, t)
    d = (out - t) / len(t)
    for i in range(len(Ws) - 1, -1, -1):
        gW = acts[i].T @ d
        gb = d.sum(axis=0)
        if i > 0:
            d = (d @ Ws[i].T) * delu(acts[i])
        Ws[i] -= LR * gW
        bs[i] -= LR * gb
    return L


history = []
for ep in range(EPOCHS):
    history.append(train_step(Xtr, Ttr))
    if ep % 100 == 0:
        print(ep, history[-1])
print('final', loss_fn(fwd(Xtr)[-1], Ttr))
