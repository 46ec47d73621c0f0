import numpy as np
import random

random.seed(8); np.random.seed(8)

# xor, no biases, inputs in {-1, 1} plus constant third input
samples = [(np.array([a, b, 1.0]), np.array([-0.8 * a * b, float(a * b > 0) - 0.5])) for a in (-1.0, 1.0) for b in (-1.0, 1.0)]

n_hidden1, n_hidden2 = 6, 5
v = np.random.randn(n_hidden1, 3) * 0.6
u = np.random.randn(n_hidden2, n_hidden1) * 0.6
w = np.random.randn(2, n_hidden2) * 0.6
eta = 0.05
decay = 1e-3


def run_net(x):
    a = np.tanh(v.dot(x))
    b = np.tanh(u.dot(a))
    o = np.tanh(w.dot(b))
    return a, b, o


def E(x, t):
    """error of one sample, with weight decay term"""
    o = run_net(x)[2]
    return 0.5 * np.sum((t - o) ** 2) + 0.5 * decay * sum((m ** 2).sum() for m in (v, u, w))


for sweep in range(1500):
    random.shuffle(samples)
    for x, t in samples:
        a, b, o = run_net(x)
        do = (t - o) * (1 - o * o)
        db = w.T.dot(do) * (1 - b * b)
        da = u.T.dot(db) * (1 - a * a)
        w += eta * (np.outer(do, b) - decay * w)
        u += eta * (np.outer(db, a) - decay * u)
        v += eta * (np.outer(da, x) - decay * v)
    if sweep % 300 == 0:
        print(sweep, np.mean([E(x, t) for x, t in samples]))

for x, t in samples:
    print(x[:2], t, run_net(x)[2].round(2))
