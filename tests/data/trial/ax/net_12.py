import numpy as np

# online learning, one pattern at a time, no thresholds
rng = np.random.default_rng(99)
n_in, n_hid, n_out = 4, 6, 2
V = rng.uniform(-0.5, 0.5, (n_hid, n_in))     # input -> hidden
U = rng.uniform(-0.5, 0.5, (n_out, n_hid))    # hidden -> output
eta = 0.1
n_sweeps = 40

patterns = rng.choice([-1.0, 1.0], size=(16, n_in))
targets = np.stack([patterns[:, 0] * patterns[:, 1], patterns[:, 2]], axis=1) * 0.8


def response(p):
    hid = np.tanh(V @ p)
    return hid, np.tanh(U @ hid)


def pattern_error(p, t):
    _, o = response(p)
    return 0.5 * np.sum((t - o) ** 2)


def learn(p, t):
    global V, U
    hid, o = response(p)
    delta_o = (t - o) * (1 - o * o)
    delta_h = (1 - hid * hid) * (delta_o @ U)
    U = U + eta * np.outer(delta_o, hid)
    V = V + eta * np.outer(delta_h, p)


for sweep in range(n_sweeps):
    total = 0.0
    for p, t in zip(patterns, targets):
        total += pattern_error(p, t)
        learn(p, t)
    if sweep % 10 == 0:
        print("sweep %3d   E = %.4f" % (sweep, total))
