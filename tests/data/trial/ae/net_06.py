import numpy as np

"""
surrogate for the pressure-drop correlation. softplus everywhere so that the thing is smooth.
Params in a dict {'W0':..., 'c0':...}; rows = operating points.
objective:  1/(2N) * sum_n |f(x_n) - y_n|^2  +  wd/2 * sum_l |W_l|^2
"""

WIDTHS = [3, 10, 10, 8, 6, 1]
L = len(WIDTHS) - 1


def softplus(u):
    return np.logaddexp(0, u)


def dsoftplus(u):
    return 0.5 * (1 + np.tanh(0.5 * u))


def init_params(seed=0):
    r = np.random.default_rng(seed)
    P = {}
    for l in range(L):
        P[f'W{l}'] = r.standard_normal((WIDTHS[l], WIDTHS[l + 1])) / np.sqrt(WIDTHS[l])
        P[f'c{l}'] = np.full(WIDTHS[l + 1], -0.1)
    return P


def evaluate(P, x, keep=False):
    U, H = {}, {0: x}
    for l in range(L):
        U[l] = H[l] @ P[f'W{l}'] + P[f'c{l}']
        H[l + 1] = softplus(U[l]) if l != L - 1 else U[l]
    return (H[L], U, H) if keep else H[L]


def objective(P, x, y, wd):
    r = evaluate(P, x) - y
    return 0.5 * np.sum(r * r) / x.shape[0] + 0.5 * wd * sum(np.sum(P[f'W{l}'] ** 2) for l in range(L))


def grad(P, x, y, wd):
    f, U, H = evaluate(P, x, keep=True)
    G = {}
    bar = (f - y) / x.shape[0]
    for l in range(L - 1, -1, -1):
        if l < L - 1:
            bar = bar * dsoftplus(U[l])
        G[f'W{l}'] = H[l].T @ bar + wd * P[f'W{l}']
        G[f'c{l}'] = np.sum(bar, axis=0)
        bar = bar @ P[f'W{l}'].T
    return G


def fit(x, y, P=None, lr=0.05, wd=1e-4, steps=1500, verbose=True):
    P = init_params() if P is None else P
    for s in range(steps):
        G = grad(P, x, y, wd)
        P = {k: P[k] - lr * G[k] for k in P}
        if verbose and s % 300 == 0:
            print(f'{s:5d} {objective(P, x, y, wd):.6f}')
    return P


if __name__ == '__main__':
    r = np.random.default_rng(5)
    re, rough, ang = r.uniform(-1, 1, (3, 200))
    x = np.column_stack([re, rough, ang])
    y = (0.5 * re ** 2 + np.tanh(2 * rough) * ang)[:, None]
    P = fit(x, y)
    print('rms', np.sqrt(np.mean((evaluate(P, x) - y) ** 2)))
