#!/usr/bin/env python
"""
Multi-label logistic regression (no hidden layer) with heavy-ball momentum.

    minimise  J = 1/N sum_n sum_k BCE(y_kn, p_kn) + lam/2 * ||theta||^2

X : (D, N), Y : (K, N), one column per observation. The intercept is not penalised.
"""
import numpy as np


def sigm(a):
    return 0.5 * (1.0 + np.tanh(0.5 * a))


def objective(theta, icpt, X, Y, lam):
    a = theta.dot(X) + icpt[:, None]
    bce = np.logaddexp(0.0, a) - Y * a
    return bce.sum() / X.shape[1] + 0.5 * lam * (theta ** 2).sum()


def gradient(theta, icpt, X, Y, lam):
    N = X.shape[1]
    resid = sigm(theta.dot(X) + icpt[:, None]) - Y
    return resid.dot(X.T) / N + lam * theta, resid.mean(axis=1)


def optimise(X, Y, lam=1e-2, eta=0.3, beta=0.8, maxit=150, verbose=True):
    K, D = Y.shape[0], X.shape[0]
    theta = np.zeros((K, D))
    icpt = np.zeros(K)
    m_theta, m_icpt = np.zeros((K, D)), np.zeros(K)
    trace = []
    for it in range(maxit):
        g_theta, g_icpt = gradient(theta, icpt, X, Y, lam)
        m_theta = beta * m_theta + g_theta
        m_icpt = beta * m_icpt + g_icpt
        theta = theta - eta * m_theta
        icpt = icpt - eta * m_icpt
        trace.append(objective(theta, icpt, X, Y, lam))
        if verbose and it % 25 == 0:
            print("it %4d   J = %.6f" % (it, trace[-1]))
    return theta, icpt, trace


def simulate(D=5, K=3, N=400, seed=11):
    r = np.random.RandomState(seed)
    X = r.normal(size=(D, N))
    true = r.normal(size=(K, D)) * 2
    Y = (r.uniform(size=(K, N)) < sigm(true.dot(X) + 0.5)).astype(float)
    return X, Y


if __name__ == "__main__":
    X, Y = simulate()
    theta, icpt, trace = optimise(X, Y)
    print(np.round(theta, 3))
    print(np.round(icpt, 3))
