"""Regression with an L2-regularised two layer tanh network."""
import numpy as np


class TanhRegressor(object):

    def __init__(self, n_features, n_hidden=10, n_out=1, alpha=0.05, reg=0.5, seed=None):
        rng = np.random.RandomState(seed)
        self.Theta1 = rng.uniform(-0.5, 0.5, size=(n_hidden, n_features))
        self.intercept1 = np.zeros(n_hidden)
        self.Theta2 = rng.uniform(-0.5, 0.5, size=(n_out, n_hidden))
        self.intercept2 = np.zeros(n_out)
        self.alpha = alpha
        self.reg = reg
        self.J_history = []

    def _hidden(self, X):
        return np.tanh(X.dot(self.Theta1.T) + self.intercept1)

    def predict(self, X):
        return self._hidden(X).dot(self.Theta2.T) + self.intercept2

    def cost(self, X, y):
        m = len(X)
        J = np.sum((self.predict(X) - y) ** 2) / (2 * m)
        J += self.reg / (2 * m) * (np.sum(self.Theta1 ** 2) + np.sum(self.Theta2 ** 2))
        return J

    def gradient(self, X, y):
        m = len(X)
        H = self._hidden(X)
        D3 = H.dot(self.Theta2.T) + self.intercept2 - y
        D2 = D3.dot(self.Theta2) * (1 - H ** 2)
        gT2 = D3.T.dot(H) / m + self.reg * self.Theta2
        gT1 = D2.T.dot(X) / m + self.reg * self.Theta1
        gi2 = D3.mean(axis=0)
        gi1 = D2.mean(axis=0)
        return gT1, gi1, gT2, gi2

    def fit(self, X, y, n_iter=300):
        for _ in range(n_iter):
            gT1, gi1, gT2, gi2 = self.gradient(X, y)
            self.Theta1 -= self.alpha * gT1
            self.intercept1 -= self.alpha * gi1
            self.Theta2 -= self.alpha * gT2
            self.intercept2 -= self.alpha * gi2
            self.J_history.append(self.cost(X, y))
        return self


if __name__ == '__main__':
    rng = np.random.RandomState(0)
    X = rng.uniform(-2, 2, size=(80, 3))
    y = np.c_[np.sin(X[:, 0]) + 0.3 * X[:, 1], X[:, 2] * X[:, 1]]
    model = TanhRegressor(3, 12, 2, seed=1).fit(X, y)
    print('J first %.4f, J last %.4f' % (model.J_history[0], model.J_history[-1]))
