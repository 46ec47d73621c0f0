#!/usr/bin/env python3
"""decay_fit.py: interpolate a damped oscillation with a small swish net, Adam, one-off."""
import numpy as np
from numpy import exp, sqrt

gen = np.random.default_rng(8)
t = np.sort(gen.uniform(0, 4, 64))
signal = exp(-0.5 * t) * np.cos(3 * t) + 0.02 * gen.normal(size=t.size)
u = (t / 2 - 1)[np.newaxis, :]          # 1 x N
s = signal[np.newaxis, :]               # 1 x N


def layer(n_out, n_in):
    return dict(W=gen.normal(size=(n_out, n_in)) / sqrt(n_in), c=np.zeros((n_out, 1)))


net = [layer(10, 1), layer(10, 10), layer(6, 10), layer(1, 6)]


def sig(z):
    return 1 / (1 + exp(-z))


def swish(z):
    return z * sig(z)


def swish_slope(z):
    q = sig(z)
    return q + z * q * (1 - q)


def run(net, x):
    tape = []
    for k, L in enumerate(net):
        z = L['W'] @ x + L['c']
        tape.append((x, z))
        x = swish(z) if k < len(net) - 1 else z
    return x, tape


def objective(net, x, target):
    return np.mean((run(net, x)[0] - target) ** 2)


def pull_back(net, tape, bar):
    grads = []
    for k in range(len(net) - 1, -1, -1):
        x, z = tape[k]
        if k < len(net) - 1:
            bar = bar * swish_slope(z)
        grads.insert(0, dict(W=bar @ x.T, c=bar.sum(1, keepdims=True)))
        bar = net[k]['W'].T @ bar
    return grads


def adam(net, grads, state, lr=3e-3, beta=(0.9, 0.999), eps=1e-8):
    state['n'] += 1
    n = state['n']
    for k in range(len(net)):
        for key in ('W', 'c'):
            g = grads[k][key]
            m = state['m'][k][key]
            v = state['v'][k][key]
            m[:] = beta[0] * m + (1 - beta[0]) * g
            v[:] = beta[1] * v + (1 - beta[1]) * g * g
            mhat = m / (1 - beta[0] ** n)
            vhat = v / (1 - beta[1] ** n)
            net[k][key] -= lr * mhat / (sqrt(vhat) + eps)


def zeros_like(net):
    return [{key: np.zeros_like(val) for key, val in L.items()} for L in net]


state = dict(n=0, m=zeros_like(net), v=zeros_like(net))

for i in range(801):
    y, tape = run(net, u)
    adam(net, pull_back(net, tape, 2 * (y - s) / s.size), state)
    if i % 200 == 0:
        print(i, objective(net, u, s))
