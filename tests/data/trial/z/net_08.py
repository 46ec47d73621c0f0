"""Scorecard: linear logistic model with labels -1 / +1, weights in one flat vector.

objective(w) = mean log(1 + exp(-y * score)) + 0.5 * C * ||w[:-1]||^2, w[-1] is the offset.
"""
import numpy as np


class Scorecard:
    def __init__(self, C=0.05, eta=0.4, mu=0.8, n_iter=200):
        self.C, self.eta, self.mu, self.n_iter = C, eta, mu, n_iter

    @staticmethod
    def _score(w, X):
        return X.dot(w[:-1]) + w[-1]

    def objective(self, w, X, y):
        margin = y * self._score(w, X)
        return np.mean(np.logaddexp(0.0, -margin)) + 0.5 * self.C * np.sum(w[:-1] ** 2)

    def gradient(self, w, X, y):
        margin = y * self._score(w, X)
        coef = -y / (1.0 + np.exp(margin))
        g = np.empty_like(w)
        g[:-1] = X.T.dot(coef) / len(y) + self.C * w[:-1]
        g[-1] = coef.mean()
        return g

    def fit(self, X, y):
        w = np.zeros(X.shape[1] + 1)
        buf = np.zeros_like(w)
        self.history_ = []
        for _ in range(self.n_iter):
            buf = self.mu * buf + self.gradient(w, X, y)
            w = w - self.eta * buf
            self.history_.append(self.objective(w, X, y))
        self.w_ = w
        return self

    def predict(self, X):
        return np.where(self._score(self.w_, X) >= 0, 1, -1)


if __name__ == "__main__":
    rng = np.random.default_rng(8)
    X = rng.normal(size=(160, 5))
    y = np.where(X @ np.array([1.0, -2.0, 0.5, 0.0, 0.3]) + 0.4 + rng.normal(size=160) > 0, 1, -1)
    m = Scorecard().fit(X, y)
    print("objective", m.history_[0], "->", m.history_[-1])
    print("accuracy", np.mean(m.predict(X) == y))
