import numpy as np


class RegressionNet:
    """Feed-forward regressor, softplus hidden units, linear output.

    objective = 1/(2N) * sum (yhat - y)^2 + lam/2 * sum of squared weights (no biases)
    optimised by gradient descent with classical momentum
    """

    def __init__(self, layers, lam=0.01, lr=0.05, momentum=0.9, random_state=0):
        rs = np.random.RandomState(random_state)
        self.lam, self.lr, self.momentum = lam, lr, momentum
        self.coefs_ = [rs.randn(i, o) / np.sqrt(i) for i, o in zip(layers[:-1], layers[1:])]
        self.intercepts_ = [0.1 * rs.randn(o) for o in layers[1:]]
        self._vc = [np.zeros_like(c) for c in self.coefs_]
        self._vi = [np.zeros_like(c) for c in self.intercepts_]

    def _forward(self, X):
        pre, post = [], [X]
        last = len(self.coefs_) - 1
        for k, (c, b) in enumerate(zip(self.coefs_, self.intercepts_)):
            z = post[-1].dot(c) + b
            pre.append(z)
            post.append(z if k == last else np.log1p(np.exp(z)))
        return pre, post

    def objective(self, X, y):
        err = self.predict(X) - y
        penalty = sum((c ** 2).sum() for c in self.coefs_)
        return (err ** 2).sum() / (2 * len(X)) + 0.5 * self.lam * penalty

    def _gradients(self, X, y):
        pre, post = self._forward(X)
        n = len(self.coefs_)
        deltas = [None] * n
        deltas[-1] = (post[-1] - y) / len(X)
        for k in range(n - 2, -1, -1):
            deltas[k] = deltas[k + 1].dot(self.coefs_[k + 1].T) / (1 + np.exp(-post[k + 1]))
        gc = [post[k].T.dot(deltas[k]) - self.lam * self.coefs_[k] for k in range(n)]
        gi = [deltas[k].sum(axis=0) for k in range(n)]
        return gc, gi

    def partial_fit(self, X, y):
        gc, gi = self._gradients(X, y)
        for k in range(len(self.coefs_)):
            self._vc[k] = self.momentum * self._vc[k] - self.lr * gc[k]
            self._vi[k] = self.momentum * self._vi[k] - self.lr * gi[k]
            self.coefs_[k] += self._vc[k]
            self.intercepts_[k] += self._vi[k]
        return self

    def fit(self, X, y, n_iter=200, verbose=True):
        for it in range(n_iter):
            self.partial_fit(X, y)
            if verbose and it % 40 == 0:
                print("iter %3d  objective %.5f" % (it, self.objective(X, y)))
        return self

    def predict(self, X):
        return self._forward(X)[1][-1]


if __name__ == "__main__":
    rs = np.random.RandomState(1)
    X = rs.uniform(-2, 2, (120, 2))
    y = np.sin(X[:, :1]) + 0.3 * X[:, 1:] ** 2
    RegressionNet([2, 9, 7, 1]).fit(X, y)
