# one flat theta vector (octave habits die hard...)
# minimises J = 1/(2m) * sum of squares, + lam/2 * |all weights|^2 (not the biases)
from numpy import *

n_in, n_h1, n_h2, n_out = 3, 6, 5, 2
lam = 1e-3

shapes = [(n_h1, n_in + 1), (n_h2, n_h1 + 1), (n_out, n_h2 + 1)]   # column 0 is the bias
ends = cumsum([r * c for r, c in shapes])


def unroll(theta):
    return [p.reshape(s) for p, s in zip(split(theta, ends[:-1]), shapes)]


def with_ones(A):
    return vstack([ones((1, A.shape[1])), A])


def logistic(z):
    return 1 / (1 + exp(-z))


def J_and_grad(theta, X, T):
    Th1, Th2, Th3 = unroll(theta)
    m = X.shape[1]

    a1 = with_ones(X)
    z2 = Th1 @ a1
    a2 = with_ones(log1p(exp(z2)))           # softplus
    z3 = Th2 @ a2
    s3 = logistic(z3)
    a3 = with_ones(z3 * s3)                  # swish / silu
    h = Th3 @ a3

    J = sum((h - T) ** 2) / (2 * m)
    for Th in (Th1, Th2, Th3):
        J += lam / 2 * sum(Th[:, 1:] ** 2)

    d4 = (h - T) / m
    d3 = (Th3.T @ d4)[1:] * (s3 + z3 * s3 * (1 - s3))
    d2 = (Th2.T @ d3)[1:] * logistic(z2)

    G = [d2 @ a1.T, d3 @ a2.T, d4 @ a3.T]
    for g, Th in zip(G, (Th1, Th2, Th3)):
        g[:, 1:] += lam * Th[:, 1:]
    return J, concatenate([g.ravel() for g in G])


def descend(theta, X, T, rate=0.05, mu=0.8, iters=800, every=200):
    v = zeros_like(theta)
    for it in range(iters):
        J, g = J_and_grad(theta, X, T)
        v = mu * v - rate * g
        theta = theta + v
        if every and it % every == 0:
            print('iter %4d | J = %.6f' % (it, J))
    return theta


if __name__ == '__main__':
    random.seed(2)
    X = random.randn(n_in, 120)
    T = vstack([X[0] * X[1], maximum(X[2], 0)])
    theta = random.randn(ends[-1]) * 0.3
    theta = descend(theta, X, T)
    print('final', J_and_grad(theta, X, T)[0])
