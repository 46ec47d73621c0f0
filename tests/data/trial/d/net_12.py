# fit_surface.py - quick script, 4 hidden layers of ELUs, full batch
import numpy as np
rs = np.random.RandomState(11)

ALPHA = 1.0
def elu(z):
    return np.where(z > 0, z, ALPHA * (np.exp(np.minimum(z, 0)) - 1))
def delu(z):
    return np.where(z > 0, 1.0, ALPHA * np.exp(np.minimum(z, 0)))

# data: z = f(x, y) on a random cloud
N = 80
XY = rs.uniform(-2, 2, (N, 2))
T = (np.sin(XY[:, 0]) * np.cos(XY[:, 1]))[:, None]

nh = 8
W1 = rs.randn(2, nh) * 0.6;   b1 = rs.randn(nh) * 0.1
W2 = rs.randn(nh, nh) * 0.35; b2 = rs.randn(nh) * 0.1
W3 = rs.randn(nh, nh) * 0.35; b3 = rs.randn(nh) * 0.1
W4 = rs.randn(nh, nh) * 0.35; b4 = rs.randn(nh) * 0.1
W5 = rs.randn(nh, 1) * 0.35;  b5 = np.zeros(1)

eta = 0.05
for it in range(1000):
    # ---- forward
    z1 = XY @ W1 + b1
    a1 = elu(z1)
    z2 = a1 @ W2 + b2
    a2 = elu(z2)
    z3 = a2 @ W3 + b2
    a3 = elu(z3)
    z4 = a3 @ W4 + b4
    a4 = elu(z4)
    out = a4 @ W5 + b5

    err = out - T
    loss = (err ** 2).sum() / (2 * N)
    if it % 200 == 0:
        print(it, loss)

    # ---- backward
    d5 = err / N
    d4 = (d5 @ W5.T) * delu(z4)
    d3 = (d4 @ W4.T) * delu(z3)
    d2 = (d3 @ W3.T) * delu(z2)
    d1 = (d2 @ W2.T) * delu(z1)

    # ---- update
    W5 -= eta * (a4.T @ d5); b5 -= eta * d5.sum(0)
    W4 -= eta * (a3.T @ d4); b4 -= eta * d4.sum(0)
    W3 -= eta * (a2.T @ d3); b3 -= eta * d3.sum(0)
    W2 -= eta * (a1.T @ d2); b2 -= eta * d2.sum(0)
    W1 -= eta * (XY.T @ d1); b1 -= eta * d1.sum(0)

print('final', loss)
