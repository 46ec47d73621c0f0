#!/usr/bin/env python
# QSPR fit: boiling point (scaled) of alkanes/alcohols from simple descriptors
# network: 4 descriptors -> 5 tanh -> 1 linear, pattern-by-pattern training
# E = 1/2 (t - y)^2 for each compound
import numpy as np

np.random.seed(12)

# n_C, n_OH, n_branch, wiener/10            b.p. / deg C
table = np.array([
    [4, 0, 0, 1.0,   -0.5],
    [5, 0, 0, 2.0,   36.1],
    [5, 0, 1, 1.8,   27.8],
    [6, 0, 0, 3.5,   68.7],
    [6, 0, 1, 3.2,   60.3],
    [6, 0, 2, 2.8,   49.7],
    [7, 0, 0, 5.6,   98.4],
    [7, 0, 1, 5.2,   90.0],
    [8, 0, 0, 8.4,  125.7],
    [2, 1, 0, 0.4,   78.4],
    [3, 1, 0, 1.0,   97.2],
    [4, 1, 0, 2.0,  117.7],
    [4, 1, 1, 1.8,  107.9],
    [5, 1, 0, 3.5,  138.0],
])
desc = table[:, :4]
bp = table[:, 4]
desc = (desc - desc.mean(0)) / desc.std(0)
t_all = (bp - bp.mean()) / bp.std()

nhid = 5
V = 0.3 * np.random.randn(nhid, 4)     # descriptor -> hidden
theta = np.zeros((nhid, 1))            # hidden thresholds
w = 0.3 * np.random.randn(1, nhid)     # hidden -> output
w0 = np.zeros((1, 1))
eta = 0.05


def predict(x):
    return w @ np.tanh(V @ x - theta) + w0


def rms():
    e = [t - predict(d.reshape(-1, 1))[0, 0] for d, t in zip(desc, t_all)]
    return bp.std() * np.sqrt(np.mean(np.square(e)))


print("start: rms error %.2f deg" % rms())
for cycle in range(300):
    for i in np.random.permutation(len(desc)):
        x = desc[i].reshape(-1, 1)
        # forward
        h = np.tanh(V @ x - theta)
        y = w @ h + w0
        # output layer
        delta_o = t_all[i] - y
        w = w + eta * delta_o @ h.T
        w0 = w0 + eta * delta_o
        # hidden layer
        delta_h = (w.T @ delta_o) * (1 - h ** 2)
        V = V + eta * delta_h @ x.T
        theta = theta - eta * delta_h
    if (cycle + 1) % 100 == 0:
        print("cycle %4d: rms error %.2f deg" % (cycle + 1, rms()))

for d, b in zip(desc[:4], bp):
    print("  calc %7.1f   exp %7.1f" % (predict(d.reshape(-1, 1))[0, 0] * bp.std() + bp.mean(), b))
