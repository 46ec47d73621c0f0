# -*- coding: utf-8 -*-
"""Two-class MLP (labels -1 / +1).

History
  v0  jl     squared loss
  v1  jl     weight decay (penalty 0.5*wd*|W|^2, no penalty on offsets)
  v2  Petra  margin-based logistic loss, loss="logistic"; old one stays as loss="squared"
"""
import numpy as np


def squared(f, y):
    return 0.5 * (f - y) ** 2


def d_squared(f, y):
    return f - y


def logistic(f, y):
    return np.log1p(np.exp(-y * f))


def d_logistic(f, y):
    s = 1.0 / (1.0 + np.exp(y * f))
    return -y * s * (1.0 - s)


LOSSES = {"squared": (squared, d_squared), "logistic": (logistic, d_logistic)}


class TwoClassNet:

    def __init__(self, d, h, loss="logistic", wd=1e-3, rate=0.05, seed=11):
        g = np.random.RandomState(seed)
        self.V = g.normal(0, 1 / np.sqrt(d), size=(d, h))
        self.v0 = np.full(h, 0.1)
        self.w = g.normal(0, 1 / np.sqrt(h), size=h)
        self.w0 = 0.0
        self.lossfn, self.dlossfn = LOSSES[loss]
        self.wd, self.rate = wd, rate

    def decision(self, X):
        self._pre = X @ self.V + self.v0
        self._hid = np.maximum(self._pre, 0)
        return self._hid @ self.w + self.w0

    def objective(self, X, y):
        f = self.decision(X)
        pen = 0.5 * self.wd * ((self.V ** 2).sum() + (self.w ** 2).sum())
        return self.lossfn(f, y).mean() + pen

    def step(self, X, y):
        n = len(y)
        f = self.decision(X)
        df = self.dlossfn(f, y) / n
        dw = self._hid.T @ df + self.wd * self.w
        dw0 = df.sum()
        dpre = np.outer(df, self.w) * (self._pre > 0)
        dV = X.T @ dpre + self.wd * self.V
        dv0 = dpre.sum(axis=0)
        self.V -= self.rate * dV
        self.v0 -= self.rate * dv0
        self.w -= self.rate * dw
        self.w0 -= self.rate * dw0

    def fit(self, X, y, epochs=30, batch=20):
        rs = np.random.RandomState(0)
        for ep in range(epochs):
            order = rs.permutation(len(y))
            for k in range(0, len(y), batch):
                sel = order[k:k + batch]
                self.step(X[sel], y[sel])
            if ep % 10 == 0:
                print("epoch %2d  objective %.4f" % (ep, self.objective(X, y)))
        return self


if __name__ == "__main__":
    rs = np.random.RandomState(4)
    X = rs.randn(200, 3)
    y = np.where(X[:, 0] + X[:, 1] - 0.4 * X[:, 2] > 0, 1.0, -1.0)
    net = TwoClassNet(3, 10).fit(X, y)
    print("accuracy", np.mean(np.sign(net.decision(X)) == y))
