# Lecture 6: Deep Feedforward Networks -- code for slides 21-34
# notation of the slides:  a^[l] = phi(z^[l]),  z^[l] = a^[l-1] W^[l] + b^[l],  l = 1..L
import numpy as np
from numpy import pi, sqrt, tanh

# slide 21: GELU (tanh form)
C = sqrt(2 / pi)
def phi(z):
    return 0.5 * z * (1 + tanh(C * (z + 0.044715 * z**3)))

# slide 22: its derivative
def phi_prime(z):
    t = tanh(C * (z + 0.044715 * z**3))
    return 0.5 * (1 + t) + 0.5 * z * (1 - t**2) * C * (1 + 3 * 0.044715 * z**2)

# slide 24: initialisation
def init(n, rng):
    theta = [None]                      # theta[0] unused, layers count from 1
    for l in range(1, len(n)):
        theta.append([rng.normal(0, sqrt(2 / n[l-1]), (n[l-1], n[l])), np.zeros(n[l])])
    return theta

# slide 26: forward
def forward(theta, X):
    L = len(theta) - 1
    a, z = {0: X}, {}
    for l in range(1, L + 1):
        W, b = theta[l]
        z[l] = a[l-1] @ W + b
        a[l] = phi(z[l]) if l < L else z[l]
    return z, a

# slide 27: J = 1/(2N) sum_n || a^[L]_n - y_n ||^2
def J(theta, X, Y):
    _, a = forward(theta, X)
    return ((a[len(theta) - 1] - Y)**2).sum() / (2 * len(X))

# slides 29-32: backward
def backward(theta, z, a, Y):
    L = len(theta) - 1
    N = Y.shape[0]
    d = {L: (a[L] - Y) / N}
    for l in range(L - 1, 0, -1):
        d[l] = (d[l+1] @ theta[l+1][0].T) * phi_prime(z[l])
    return {l: (a[l-1].T @ d[l], d[l].sum(axis=0)) for l in d}

# slide 34: gradient descent
def step(theta, X, Y, eta):
    z, a = forward(theta, X)
    grad = backward(theta, z, a, Y)
    for l in grad:
        theta[l][0] -= eta * grad[l][0]
        theta[l][1] -= eta * grad[l][1]

if __name__ == "__main__":
    rng = np.random.default_rng(6)
    X = rng.uniform(-1, 1, (100, 2))
    Y = np.c_[X[:, 0] * X[:, 1], np.cos(3 * X[:, 0])]
    theta = init([2, 12, 10, 8, 6, 2], rng)
    for k in range(400):
        i = rng.choice(100, 25, replace=False)
        step(theta, X[i], Y[i], eta=0.05)
        if k % 80 == 0:
            print(f"k={k:4d}  J={J(theta, X, Y):.5f}")
