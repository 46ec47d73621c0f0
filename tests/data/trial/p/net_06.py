#!/usr/bin/env python
# -*- coding: utf-8 -*-
# Function approximation with a MLP (1-h1-h2-1), swish hidden units, linear output
# batch gradient descent + momentum
# MSE = mean((t - y)^2)
import numpy as np

rs = np.random.RandomState(7)

nIn, nH1, nH2, nOut = 1, 12, 8, 1
eta = 0.02
mom = 0.9
nEpochs = 2000

x = np.linspace(-2, 2, 41).reshape(1, -1)
t = np.sin(2 * x) + 0.3 * x

w = [rs.normal(0, 1.0, (nH1, nIn)),
     rs.normal(0, 1.0 / np.sqrt(nH1), (nH2, nH1)),
     rs.normal(0, 1.0 / np.sqrt(nH2), (nOut, nH2))]
th = [rs.normal(0, 0.5, (nH1, 1)), np.zeros((nH2, 1)), np.zeros((nOut, 1))]
# the thresholds are subtracted from the net input, as in Haykin
dw = [np.zeros_like(v) for v in w]
dth = [np.zeros_like(v) for v in th]


def swish(v):
    return v / (1 + np.exp(-v))


def dswish(v):
    s = 1 / (1 + np.exp(-v))
    return s + v * s * (1 - s)


def propagate(x):
    v1 = np.dot(w[0], x) - th[0]
    v2 = np.dot(w[1], swish(v1)) - th[1]
    v3 = np.dot(w[2], swish(v2)) - th[2]
    return v1, v2, v3


for epoch in range(nEpochs):
    v1, v2, y = propagate(x)
    e = t - y
    mse = np.mean(e ** 2)

    # local gradients
    g3 = 2.0 * e / e.size
    g2 = dswish(v2) * np.dot(w[2].T, g3)
    g1 = dswish(v1) * np.dot(w[1].T, g2)

    o = [x, swish(v1), swish(v2)]
    for k, g in enumerate((g1, g2, g3)):
        dw[k] = mom * dw[k] + eta * np.dot(g, o[k].T)
        dth[k] = mom * dth[k] - eta * g.sum(axis=1).reshape(-1, 1)
        w[k] = w[k] + dw[k]
        th[k] = th[k] + dth[k]

    if epoch % 400 == 0:
        print('epoch %5d   mse %.6f' % (epoch, mse))

print('final mse %.6f' % np.mean((t - propagate(x)[2]) ** 2))
