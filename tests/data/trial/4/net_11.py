"""vol surface smoother. deep-ish tanh net, full batch gd w/ momentum. pure fns, no state."""
import numpy as np
from functools import reduce

glorot = lambda r, i, o: r.normal(0, np.sqrt(2 / (i + o)), (i, o))

def init(sizes, seed=99):
    r = np.random.default_rng(seed)
    return [(glorot(r, i, o), np.zeros(o)) for i, o in zip(sizes[:-1], sizes[1:])]

def acts(theta, X):
    *hid, (Wo, bo) = theta
    hs = reduce(lambda acc, l: acc + [np.tanh(acc[-1] @ l[0] + l[1])], hid, [X])
    return hs, hs[-1] @ Wo + bo

def mse(theta, X, y):
    return np.mean((acts(theta, X)[1] - y) ** 2)

def grad(theta, X, y):
    hs, yhat = acts(theta, X)
    d = 2 * (yhat - y) / y.size
    out = []
    for (W, b), h in zip(reversed(theta), reversed(hs)):
        out.append((h.T @ d, d.mean(0)))
        d = (d @ W.T) * (1 - np.tanh(h) ** 2)
    return out[::-1]

def step(theta, vel, X, y, lr, mu):
    g = grad(theta, X, y)
    vel = [(mu * vW + gW, mu * vb + gb) for (vW, vb), (gW, gb) in zip(vel, g)]
    theta = [(W - lr * vW, b - lr * vb) for (W, b), (vW, vb) in zip(theta, vel)]
    return theta, vel

def fit(theta, X, y, lr=0.03, mu=0.9, n=800, log=200):
    vel = [(np.zeros_like(W), np.zeros_like(b)) for W, b in theta]
    for i in range(n):
        theta, vel = step(theta, vel, X, y, lr, mu)
        if log and i % log == 0:
            print(f"{i:>5} rmse={np.sqrt(mse(theta, X, y)):.5f}")
    return theta

def toy_surface(nk=9, nt=6):
    # log-moneyness x sqrt(T), smirk that flattens w/ maturity
    k, t = np.meshgrid(np.linspace(-1, 1, nk), np.linspace(.2, 1.4, nt))
    iv = .2 + .1 * k ** 2 / t - .08 * k / np.sqrt(t)
    X = np.c_[k.ravel(), t.ravel()]
    return X, ((iv - iv.mean()) / iv.std()).reshape(-1, 1)

if __name__ == "__main__":
    X, y = toy_surface()
    th = fit(init([2, 12, 10, 8, 6, 1]), X, y)
    print("final mse", mse(th, X, y))
