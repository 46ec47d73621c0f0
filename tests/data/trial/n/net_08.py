# deep MLP, short. each activation hands back (f(z), f'(z))
import numpy as np

sig = lambda z: 1 / (1 + np.exp(-z))

def silu(z):
    s = sig(z)
    return z * s, s + z * s * (1 - s)

def softplus(z):
    return np.log1p(np.exp(z)), sig(z)

def ident(z):
    return z, np.ones_like(z)

ACT = [silu, softplus, silu, softplus, ident]

def init(dims, g):
    return [[g.normal(0, 1 / np.sqrt(i), (i, o)), np.zeros(o)] for i, o in zip(dims, dims[1:])]

def fwd(theta, x):
    tape = []
    for (w, b), f in zip(theta, ACT):
        out, slope = f(x @ w + b)
        tape.append((x, slope))
        x = out
    return x, tape

def cost(theta, x, t):
    return ((fwd(theta, x)[0] - t) ** 2).sum() / (2 * len(x))

def bwd(theta, tape, d):
    gs = []
    for (w, _), (x, slope) in zip(theta[::-1], tape[::-1]):
        d = d * slope
        gs.insert(0, [x.T @ d, d.sum(0)])
        d = d @ w.T
    return gs

def fit(theta, x, t, lr=.05, beta=.9, n=400):
    vel = [[np.zeros_like(p) for p in pair] for pair in theta]
    for k in range(n):
        y, tape = fwd(theta, x)
        gs = bwd(theta, tape, (y - t) / len(x))
        for pair, v, g in zip(theta, vel, gs):
            for q in (0, 1):
                v[q] = beta * v[q] + g[q]
                pair[q] = pair[q] - lr * v[q]
        if k % 100 == 0: print(k, cost(theta, x, t))
    return theta

if __name__ == '__main__':
    g = np.random.default_rng(5)
    x = g.uniform(-3, 3, (100, 1))
    t = np.sin(x) + .05 * g.normal(size=x.shape)
    th = fit(init([1, 12, 10, 10, 8, 1], g), x, t)
    print('final', cost(th, x, t))
