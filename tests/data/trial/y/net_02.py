import numpy as np


class NeuralRegressor:
    """Small fully connected regressor with a scikit-learn like interface.

    Parameters
    ----------
    hidden_layer_sizes : tuple of int
    learning_rate_init : float
    max_iter : int, number of passes over the data
    batch_size : int
    random_state : int

    The mean squared error over samples and outputs is minimised by SGD.
    """

    def __init__(self, hidden_layer_sizes=(16, 16), learning_rate_init=0.05,
                 max_iter=150, batch_size=25, random_state=0):
        self.hidden_layer_sizes = hidden_layer_sizes
        self.learning_rate_init = learning_rate_init
        self.max_iter = max_iter
        self.batch_size = batch_size
        self.random_state = random_state

    def _init_coefs(self, n_in, n_out):
        self.random_ = np.random.RandomState(self.random_state)
        units = [n_in] + list(self.hidden_layer_sizes) + [n_out]
        self.coefs_, self.intercepts_ = [], []
        for a, b in zip(units[:-1], units[1:]):
            bound = np.sqrt(6.0 / (a + b))
            self.coefs_.append(self.random_.uniform(-bound, bound, (a, b)))
            self.intercepts_.append(np.zeros(b))
        self.n_layers_ = len(units) - 1

    @staticmethod
    def _silu(z):
        return z / (1.0 + np.exp(-z))

    @staticmethod
    def _silu_grad(z):
        s = 1.0 / (1.0 + np.exp(-z))
        return s * (1.0 + z * (1.0 - s))

    def _forward_pass(self, X):
        activations, pre = [X], []
        for i in range(self.n_layers_):
            z = activations[i] @ self.coefs_[i] + self.intercepts_[i]
            pre.append(z)
            activations.append(self._silu(z) if i < self.n_layers_ - 1 else z)
        return activations, pre

    def _fit_batch(self, X, y):
        activations, pre = self._forward_pass(X)
        err = activations[-1] - y
        loss = np.mean(err ** 2)
        lr = self.learning_rate_init
        delta = 2.0 * err / err.size
        for i in range(self.n_layers_ - 1, -1, -1):
            self.coefs_[i] -= lr * activations[i].T @ delta
            self.intercepts_[i] -= lr * delta.sum(axis=0)
            if i > 0:
                delta = (delta @ self.coefs_[i].T) * self._silu_grad(pre[i - 1])
        return loss

    def fit(self, X, y):
        X = np.asarray(X, dtype=float)
        y = np.asarray(y, dtype=float)
        if y.ndim == 1:
            y = y[:, None]
        self._init_coefs(X.shape[1], y.shape[1])
        self.loss_curve_ = []
        for _ in range(self.max_iter):
            order = self.random_.permutation(X.shape[0])
            total = 0.0
            for start in range(0, X.shape[0], self.batch_size):
                sel = order[start:start + self.batch_size]
                total += self._fit_batch(X[sel], y[sel]) * len(sel)
            self.loss_curve_.append(total / X.shape[0])
        return self

    def predict(self, X):
        return self._forward_pass(np.asarray(X, dtype=float))[0][-1]

    def score(self, X, y):
        y = np.asarray(y, dtype=float).reshape(len(X), -1)
        u = ((y - self.predict(X)) ** 2).sum()
        return 1.0 - u / ((y - y.mean(axis=0)) ** 2).sum()


if __name__ == "__main__":
    rs = np.random.RandomState(1)
    X = rs.uniform(-1, 1, (300, 3))
    y = np.c_[np.sin(3 * X[:, 0]) + X[:, 1] ** 2, X[:, 1] * X[:, 2]]
    reg = NeuralRegressor().fit(X[:200], y[:200])
    print("final loss %.4f" % reg.loss_curve_[-1])
    print("test R2 %.3f" % reg.score(X[200:], y[200:]))
