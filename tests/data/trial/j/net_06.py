# Numerical Methods II, sheet 9, problem 3
# Approximate f(x) = exp(-x) sin(3x) on [0, 3] by
#     u(x; theta) = c + sum_j  a_j * softplus(w_j x + s_j)
# minimise  F(theta) = 1/(2n) |r(theta)|^2   with steepest descent, r = u - f
# theta = [w_1..w_p, s_1..s_p, a_1..a_p, c]
import numpy as np
from numpy import exp, sin, log1p, linspace, zeros, hstack, ones

p = 10
n = 60
x = linspace(0.0, 3.0, n)
f = exp(-x) * sin(3 * x)


def softplus(t):
    return np.maximum(t, 0) + log1p(exp(-abs(t)))


def dsoftplus(t):
    return 0.5 * (1 + np.tanh(0.5 * t))


def residual(theta):
    w, s, a, c = theta[:p], theta[p:2*p], theta[2*p:3*p], theta[3*p]
    T = np.outer(x, w) + s
    return softplus(T) @ a + c - f


def jacobian(theta):
    # n x (3p+1) matrix, d r_i / d theta_k
    w, s, a = theta[:p], theta[p:2*p], theta[2*p:3*p]
    T = np.outer(x, w) + s
    D = dsoftplus(T) * a
    J = zeros((n, 3*p + 1))
    J[:, :p] = D * x[:, None]
    J[:, p:2*p] = D
    J[:, 2*p:3*p] = softplus(T)
    J[:, 3*p] = 1.0
    return J


def F(theta):
    r = residual(theta)
    return r @ r / (2 * n)


rng = np.random.default_rng(9)
theta = hstack([rng.normal(0, 2, p), rng.normal(0, 2, p), rng.normal(0, 0.3, p), 0.0])
tau = 0.02
itmax = 3000

hist = []
for k in range(itmax):
    r = residual(theta)
    g = jacobian(theta).T @ r / n
    hist.append(r @ r / (2 * n))
    theta = theta - tau * g
    if k % 500 == 0:
        print(f"k = {k:5d}   F = {hist[-1]:.3e}   |g| = {np.linalg.norm(g):.3e}")

print("final F =", F(theta), " max error =", abs(residual(theta)).max())
