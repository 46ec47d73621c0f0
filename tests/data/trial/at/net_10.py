import numpy as np

SHAPES = [(6, 4), (6, 6), (6, 6), (5, 6), (2, 5)]   # (out, in)
ALPHA = 0.7
WD = 1e-4

def nparams():
    return sum(o * i + o for o, i in SHAPES)

def unpack(p):
    Ws, bs, k = [], [], 0
    for o, i in SHAPES:
        Ws.append(p[k:k + o * i].reshape(o, i)); k += o * i
        bs.append(p[k:k + o]); k += o
    return Ws, bs

def elu(v):
    return np.where(v > 0, v, ALPHA * np.expm1(np.minimum(v, 0)))

def elu_d_from_out(h):
    return np.where(h > 0, 1.0, h + ALPHA)

def cost(p, X, T):
    Ws, bs = unpack(p)
    tot = 0.0
    for x, t in zip(X, T):
        h = x
        for n in range(len(Ws) - 1):
            h = elu(Ws[n] @ h + bs[n])
        r = Ws[-1] @ h + bs[-1] - t
        tot += r @ r
    return tot / len(X) + WD * (p @ p)

def cost_grad(p, X, T):
    Ws, bs = unpack(p)
    g = np.zeros_like(p)
    gW, gb = unpack(g)      # views into g
    for x, t in zip(X, T):
        hs = [x]
        for n in range(len(Ws) - 1):
            hs.append(elu(Ws[n] @ hs[-1] + bs[n]))
        d = 2 * (Ws[-1] @ hs[-1] + bs[-1] - t) / len(X)
        for n in range(len(Ws) - 1, -1, -1):
            gW[n] += np.outer(d, hs[n])
            gb[n] += d
            if n > 0:
                d = (Ws[n].T @ d) * elu_d_from_out(hs[n])
    return g + 2 * WD * p

def fit(p, X, T, eta=0.05, iters=200):
    for it in range(iters):
        p = p - eta * cost_grad(p, X, T)
        if it % 40 == 0:
            print(it, cost(p, X, T))
    return p

if __name__ == '__main__':
    np.random.seed(9)
    X = np.random.randn(40, 4)
    T = np.column_stack((np.abs(X[:, 0]), X[:, 1] * X[:, 2]))
    p = 0.4 * np.random.randn(nparams())
    p = fit(p, X, T)
