"""
Numerical Analysis II, Problem sheet 9, Exercise 3
Approximation of the Runge function on [-1, 1] by a one-parameter family
    u(x; theta) = c^T tanh(A tanh(w x + b) + d) + e
using the heavy ball iteration
    theta_{k+1} = theta_k - alpha * grad F(theta_k) + beta * (theta_k - theta_{k-1}).
F(theta) = 1/(2N) sum_j (u(x_j; theta) - f(x_j))^2,  x_j Chebyshev nodes.
"""
import numpy as np

p, q = 10, 8
sizes = [p, p, q * p, q, q, 1]
offsets = np.concatenate(([0], np.cumsum(sizes)))
dim = offsets[-1]


def split(theta):
    parts = [theta[offsets[i]:offsets[i + 1]] for i in range(len(sizes))]
    parts[2] = parts[2].reshape(q, p)
    return parts


def u(x, theta):
    w, b, A, d, c, e = split(theta)
    s = np.tanh(np.outer(w, x) + b[:, None])
    t = np.tanh(A @ s + d[:, None])
    return c @ t + e


def F(theta, x, f):
    r = u(x, theta) - f
    return 0.5 * np.dot(r, r) / x.size


def gradF(theta, x, f):
    w, b, A, d, c, e = split(theta)
    N = x.size
    s = np.tanh(np.outer(w, x) + b[:, None])
    t = np.tanh(A @ s + d[:, None])
    r = (c @ t + e - f) / N

    g = np.empty(dim)
    gw, gb, gA, gd, gc, ge = split(g)          # views into g
    gc[:] = t @ r
    ge[:] = r.sum()
    T = (1.0 - t * t) * np.outer(c, r)
    gA[:] = T @ s.T
    gd[:] = T.sum(axis=1)
    S = (1.0 - s * s) * (A.T @ T)
    gw[:] = S @ x
    gb[:] = S.sum(axis=1)
    return g


def heavy_ball(theta0, x, f, alpha, beta, maxit, tol=1e-8, verbose=True):
    old, cur = theta0.copy(), theta0.copy()
    for k in range(maxit):
        g = gradF(cur, x, f)
        if np.linalg.norm(g) < tol:
            break
        new = cur - alpha * g + beta * (cur - old)
        old, cur = cur, new
        if verbose and k % 500 == 0:
            print(f"k={k:5d}   F={F(cur, x, f):.4e}   |grad|={np.linalg.norm(g):.3e}")
    return cur


if __name__ == "__main__":
    N = 41
    x = np.cos((2 * np.arange(N) + 1) * np.pi / (2 * N))
    f = 1.0 / (1.0 + 25.0 * x ** 2)
    rng = np.random.default_rng(2023)
    theta0 = rng.normal(scale=0.8, size=dim)
    theta = heavy_ball(theta0, x, f, alpha=0.05, beta=0.9, maxit=3000)
    xx = np.linspace(-1, 1, 1001)
    print("max error:", np.abs(u(xx, theta) - 1 / (1 + 25 * xx ** 2)).max())
