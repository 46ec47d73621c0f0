#!/usr/bin/env python
# curve fitting with a swish/SiLU MLP
import numpy as np

rs = np.random.RandomState(11)

# --- config ---
H1 = 10
H2 = 6
LR = 0.05
EPOCHS = 600

# --- data ---
x = np.linspace(-2, 2, 50).reshape(-1, 1)
t = np.sin(2 * x) + 0.05 * rs.randn(50, 1)
N = x.shape[0]

# --- params ---
w_1 = rs.randn(1, H1)
bias_1 = 0.1 * rs.randn(H1)
w_2 = rs.randn(H1, H2) / np.sqrt(H1)
bias_2 = 0.1 * rs.randn(H2)
w_3 = rs.randn(H2, 1) / np.sqrt(H2)
bias_3 = np.zeros(1)


def sig(v):
    return 1. / (1. + np.exp(-v))


def silu(v):
    return v * sig(v)


def dsilu(v):
    s = sig(v)
    f = v * s
    return f + s * (1 - s)


def predict(inp):
    p1 = silu(inp.dot(w_1) + bias_1)
    p2 = silu(p1.dot(w_2) + bias_2)
    return p2.dot(w_3) + bias_3


losses = []
for epoch in range(EPOCHS):
    # forward
    u1 = x.dot(w_1) + bias_1
    o1 = silu(u1)
    u2 = o1.dot(w_2) + bias_2
    o2 = silu(u2)
    yhat = o2.dot(w_3) + bias_3

    err = yhat - t
    loss = (err ** 2).sum() / (2 * N)
    losses.append(loss)

    # backward
    d3 = err / N
    gw3 = o2.T.dot(d3)
    gb3 = d3.sum(0)
    d2 = d3.dot(w_3.T) * dsilu(u2)
    gw2 = o1.T.dot(d2)
    gb2 = d2.sum(0)
    d1 = d2.dot(w_2.T) * dsilu(u1)
    gw1 = x.T.dot(d1)
    gb1 = d1.sum(0)

    # step
    w_1 -= LR * gw1
    w_2 -= LR * gw2
    w_3 -= LR * gw3
    bias_1 -= LR * gb1
    bias_2 -= LR * gb2
    bias_3 -= LR * gb3

    if epoch % 100 == 0:
        print('epoch', epoch, 'loss', loss)

if losses:
    print('final', losses[-1])
