"""3-class spiral classifier, numpy only"""
import numpy as np


def make_spiral(n_per_class=60, k=3, seed=0):
    r = np.random.RandomState(seed)
    pts, lab = [], []
    for c in range(k):
        rad = np.linspace(0.05, 1, n_per_class)
        th = np.linspace(c * 4, (c + 1) * 4, n_per_class) + r.randn(n_per_class) * 0.2
        pts.append(np.c_[rad * np.sin(th), rad * np.cos(th)])
        lab.append(np.full(n_per_class, c))
    return np.vstack(pts), np.concatenate(lab)


def _sig(t):
    return 1.0 / (1.0 + np.exp(-t))


class SpiralNet:

    def __init__(self, nin=2, nhid=32, ncls=3, seed=1):
        r = np.random.RandomState(seed)
        self.w_ih = r.normal(0, 1 / np.sqrt(nin), size=(nin, nhid))
        self.b_h = np.zeros(nhid)
        self.w_ho = r.normal(0, 1 / np.sqrt(nhid), size=(nhid, ncls))
        self.b_o = np.zeros(ncls)

    def softmax(self, s):
        s = s - s.max()
        ex = np.exp(s)
        return ex / np.sum(ex, axis=0)

    def run(self, X):
        self.X = X
        self.u = X @ self.w_ih + self.b_h
        self.g = _sig(self.u)
        self.h = self.u * self.g            # swish
        self.p = self.softmax(self.h @ self.w_ho + self.b_o)
        return self.p

    def xent(self, X, labels):
        p = self.run(X)
        return -np.mean(np.log(p[np.arange(len(labels)), labels]))

    def step(self, X, labels, eta):
        n = X.shape[0]
        p = self.run(X)
        d_s = p.copy()
        d_s[np.arange(n), labels] -= 1.0
        d_s /= n

        g_who = self.h.T @ d_s
        g_bo = d_s.sum(axis=0)
        d_h = d_s @ self.w_ho.T
        d_u = d_h * (self.g + self.h * (1.0 - self.g))
        g_wih = X.T @ d_u
        g_bh = d_u.sum(axis=0)

        self.w_ho -= eta * g_who
        self.b_o -= eta * g_bo
        self.w_ih -= eta * g_wih
        self.b_h -= eta * g_bh


def main():
    X, lab = make_spiral()
    net = SpiralNet()
    for it in range(201):
        net.step(X, lab, eta=0.02)
        if it % 50 == 0:
            acc = (net.run(X).argmax(axis=1) == lab).mean()
            print(f"it {it:5d}  xent {net.xent(X, lab):.4f}  acc {acc:.3f}")


if __name__ == "__main__":
    main()
