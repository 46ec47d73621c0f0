import numpy as np


class RateRegressor:
    """Predicts a rate in (0, 1), e.g. loss given default, with an ELU network.

    Loss: mean over samples of half the squared error; the output unit is a sigmoid.
    """

    def __init__(self, hidden_layer_sizes=(8, 6), alpha=1.0, learning_rate=0.3,
                 batch_size=20, max_iter=60, random_state=0):
        self.hidden_layer_sizes = hidden_layer_sizes
        self.alpha = alpha
        self.learning_rate = learning_rate
        self.batch_size = batch_size
        self.max_iter = max_iter
        self.random_state = random_state

    def _init_coefs(self, n_features):
        rs = np.random.RandomState(self.random_state)
        dims = [n_features] + list(self.hidden_layer_sizes) + [1]
        self.coefs_ = [rs.normal(0, np.sqrt(1.0 / a), (a, b)) for a, b in zip(dims, dims[1:])]
        self.intercepts_ = [np.zeros(b) for b in dims[1:]]
        self._rs = rs

    def _elu(self, z):
        return np.where(z > 0, z, self.alpha * (np.exp(np.minimum(z, 0)) - 1))

    def _elu_prime(self, a):
        return np.where(a > 0, 1.0, a + self.alpha)

    def _forward(self, X):
        acts = [X]
        last = len(self.coefs_) - 1
        for i, (W, b) in enumerate(zip(self.coefs_, self.intercepts_)):
            z = acts[-1] @ W + b
            acts.append(self._elu(z) if i < last else 1.0 / (1.0 + np.exp(-z)))
        return acts

    def _loss(self, X, y):
        p = self._forward(X)[-1]
        return 0.5 * np.mean((p - y.reshape(-1, 1)) ** 2)

    def _backprop(self, X, y):
        acts = self._forward(X)
        n = X.shape[0]
        p = acts[-1]
        delta = (p - y.reshape(-1, 1)) / n
        coef_grads = [None] * len(self.coefs_)
        intercept_grads = [None] * len(self.coefs_)
        for i in range(len(self.coefs_) - 1, -1, -1):
            coef_grads[i] = acts[i].T @ delta
            intercept_grads[i] = delta.sum(axis=0)
            if i > 0:
                delta = (delta @ self.coefs_[i].T) * self._elu_prime(acts[i])
        return coef_grads, intercept_grads

    def _update(self, X, y):
        cg, ig = self._backprop(X, y)
        for i in range(len(self.coefs_)):
            self.coefs_[i] -= self.learning_rate * cg[i]
            self.intercepts_[i] -= self.learning_rate * ig[i]

    def fit(self, X, y):
        self._init_coefs(X.shape[1])
        self.loss_curve_ = []
        for _ in range(self.max_iter):
            perm = self._rs.permutation(len(X))
            for s in range(0, len(X), self.batch_size):
                b = perm[s:s + self.batch_size]
                self._update(X[b], y[b])
            self.loss_curve_.append(self._loss(X, y))
        return self

    def predict(self, X):
        return self._forward(X)[-1][:, 0]


if __name__ == "__main__":
    r = np.random.RandomState(5)
    X = r.randn(150, 4)
    y = 1 / (1 + np.exp(-(X[:, 0] * X[:, 1] - 0.5 * X[:, 2])))
    reg = RateRegressor().fit(X, y)
    print("first", reg.loss_curve_[0], "last", reg.loss_curve_[-1])
