#!/usr/bin/env python3
# MLP classifier, leaky relu + softmax, SGD with momentum and weight decay
import numpy as np

class MLPClassifier:
    def __init__(self, layers=(2, 16, 8, 3), slope=0.01, lr=0.05, momentum=0.9, wd=1e-3, seed=0):
        self.slope, self.lr, self.momentum, self.wd = slope, lr, momentum, wd
        self.rng = np.random.RandomState(seed)
        self.coefs_ = []
        self.intercepts_ = []
        for fan_in, fan_out in zip(layers[:-1], layers[1:]):
            self.coefs_.append(self.rng.randn(fan_in, fan_out) * np.sqrt(2.0 / fan_in))
            self.intercepts_.append(np.zeros(fan_out))
        self.vel_w = [np.zeros_like(w) for w in self.coefs_]
        self.vel_b = [np.zeros_like(b) for b in self.intercepts_]

    def _forward(self, X):
        hs = [X]
        for i, (w, b) in enumerate(zip(self.coefs_, self.intercepts_)):
            z = hs[-1] @ w + b
            if i < len(self.coefs_) - 1:
                z = np.where(z > 0, z, self.slope * z)
            hs.append(z)
        return hs

    def _logprob(self, logits):
        m = logits.max(axis=1, keepdims=True)
        return logits - m - np.log(np.exp(logits - m).sum(axis=1, keepdims=True))

    def loss(self, X, y):
        """Mean NLL + wd/2 * ||W||^2 (intercepts are not decayed)."""
        lp = self._logprob(self._forward(X)[-1])
        nll = -lp[np.arange(len(y)), y].mean()
        return nll + 0.5 * self.wd * sum((w ** 2).sum() for w in self.coefs_)

    def partial_fit(self, X, y):
        hs = self._forward(X)
        delta = np.exp(self._logprob(hs[-1]))
        delta[np.arange(len(y)), y] -= 1.0
        delta /= len(y)
        gw, gb = [], []
        for i in reversed(range(len(self.coefs_))):
            gw.insert(0, hs[i].T @ delta + self.wd * self.coefs_[i])
            gb.insert(0, delta.sum(axis=0))
            if i > 0:
                delta = delta @ self.coefs_[i].T
                # sign of the output equals sign of the input as slope > 0
                delta *= np.where(hs[i] > 0, 1.0, self.slope)
        for i in range(len(self.coefs_)):
            self.vel_w[i] = self.momentum * self.vel_w[i] + gw[i]
            self.vel_b[i] = self.momentum * self.vel_b[i] + gb[i]
            self.coefs_[i] -= self.lr * self.vel_w[i]
            self.intercepts_[i] -= self.lr * self.vel_b[i]
        return self

    def fit(self, X, y, epochs=30, batch=32):
        for e in range(epochs):
            idx = self.rng.permutation(len(X))
            for chunk in np.array_split(idx, max(1, len(X) // batch)):
                self.partial_fit(X[chunk], y[chunk])
            if e % 5 == 0:
                print(f'[{e:03d}] loss={self.loss(X, y):.4f}')
        return self

    def predict(self, X):
        return self._forward(X)[-1].argmax(axis=1)

if __name__ == '__main__':
    r = np.random.RandomState(1)
    X = r.uniform(-1, 1, (300, 2))
    y = (np.hypot(X[:, 0], X[:, 1]) > 0.5).astype(int) + (X[:, 0] > 0.6)
    clf = MLPClassifier().fit(X, y)
    print('train acc', (clf.predict(X) == y).mean())
