#!/usr/bin/env python3
# linear classifier with logistic loss, labels are -1 / +1
#   obj(w, b) = 1/n sum_i log(1 + exp(-y_i (w.x_i + b))) + reg/2 |w|^2
import numpy as np


def obj(w, b, X, y, reg):
    marg = y * (X @ w + b)
    return np.logaddexp(0., -marg).mean() + .5 * reg * w.dot(w)


def dobj(w, b, X, y, reg):
    marg = y * (X @ w + b)
    coef = -y / (1. + np.exp(marg))
    gw = X.T @ coef / X.shape[0] + reg * w
    gb = coef.mean()
    return gw, gb


def fit(X, y, reg=1e-2, eta=.3, passes=15, bsz=8, seed=0):
    rng = np.random.RandomState(seed)
    w = .01 * rng.randn(X.shape[1])
    b = 0.
    for t in range(passes):
        order = rng.permutation(X.shape[0])
        for i in range(0, len(order), bsz):
            j = order[i:i + bsz]
            gw, gb = dobj(w, b, X[j], y[j], reg)
            w -= eta * gw
            b -= eta * gb
        print('pass %2d   obj %.5f   err %.3f' % (
            t, obj(w, b, X, y, reg), np.mean(np.sign(X @ w + b) != y)))
    return w, b


if __name__ == '__main__':
    rng = np.random.RandomState(1)
    X = rng.randn(100, 6)
    true_w = rng.randn(6)
    y = np.sign(X @ true_w + .4 + .3 * rng.randn(100))
    w, b = fit(X, y)
    print(w, b)
