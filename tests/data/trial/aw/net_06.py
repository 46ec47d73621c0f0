# Logistic regression w/ ridge penalty and momentum. HW2, problem 3
import numpy as np
from numpy import exp, log, zeros, dot

rs = np.random.RandomState(10)
N, D = 80, 4
Xtrain = rs.randn(N, D)
true_theta = np.array([1.5, -2.0, 0.0, 0.7])
ytrain = (dot(Xtrain, true_theta) + 0.3 + 0.5 * rs.randn(N) > 0).astype(float)

theta = 0.1 * rs.randn(D)
theta0 = 0.0
vel = zeros(D)
vel0 = 0.0

lam = 0.5       # ridge, intercept not penalised
eta = 0.1
mom = 0.9


def h(X, theta, theta0):
    return 1. / (1. + exp(-(dot(X, theta) + theta0)))


def J(X, y, theta, theta0):
    p = h(X, theta, theta0)
    nll = -(y * log(p) + (1 - y) * log(1 - p)).sum() / len(y)
    return nll + lam / (2. * len(y)) * dot(theta, theta)


history = []
for it in range(200):
    history.append(J(Xtrain, ytrain, theta, theta0))
    resid = h(Xtrain, theta, theta0) - ytrain
    grad = dot(resid, Xtrain) / N + lam / N * theta
    grad0 = resid.mean()
    vel = mom * vel + grad
    vel0 = mom * vel0 + grad0
    theta = theta - eta * vel
    theta0 = theta0 - eta * vel0

print('J first/last', history[0], history[-1])
print('theta', theta, 'intercept', theta0)
print('train acc', ((h(Xtrain, theta, theta0) > .5) == ytrain).mean())
