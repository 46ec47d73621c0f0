import numpy as np


class RegressionMLP:
    """Fully connected regressor with ELU hidden layers.

    Loss: J = 1/(2N) * sum_i ||yhat_i - y_i||^2
    """

    def __init__(self, n_features, hidden=(16, 16), n_targets=1, lr=0.05, alpha=1.0, random_state=None):
        self.lr = lr
        self.alpha = alpha
        rng = np.random.RandomState(random_state)
        dims = [n_features] + list(hidden) + [n_targets]
        self.L = len(dims) - 1
        self.params_ = {}
        for l in range(1, self.L + 1):
            self.params_['W%d' % l] = rng.randn(dims[l - 1], dims[l]) * np.sqrt(1.0 / dims[l - 1])
            self.params_['b%d' % l] = np.zeros((1, dims[l]))

    def _elu(self, z):
        out = z
        neg = z < 0
        out[neg] = self.alpha * (np.exp(z[neg]) - 1)
        return out

    def _elu_grad(self, z):
        return np.where(z < 0, self.alpha * np.exp(z), 1.0)

    def _forward(self, X):
        cache = {'A0': X}
        A = X
        for l in range(1, self.L + 1):
            Z = A @ self.params_['W%d' % l] + self.params_['b%d' % l]
            cache['Z%d' % l] = Z
            A = self._elu(Z) if l < self.L else Z
            cache['A%d' % l] = A
        return A, cache

    def loss(self, X, y):
        yhat, _ = self._forward(X)
        return np.sum((yhat - y) ** 2) / (2 * len(X))

    def _backward(self, cache, y):
        grads = {}
        dZ = (cache['A%d' % self.L] - y) / len(y)
        for l in range(self.L, 0, -1):
            grads['W%d' % l] = cache['A%d' % (l - 1)].T @ dZ
            grads['b%d' % l] = dZ.sum(axis=0, keepdims=True)
            if l > 1:
                dA = dZ @ self.params_['W%d' % l].T
                dZ = dA * self._elu_grad(cache['Z%d' % (l - 1)])
        return grads

    def partial_fit(self, X, y):
        _, cache = self._forward(X)
        grads = self._backward(cache, y)
        for k in self.params_:
            self.params_[k] -= self.lr * grads[k]
        return self

    def fit(self, X, y, n_iter=300, verbose=True):
        for i in range(n_iter):
            self.partial_fit(X, y)
            if verbose and i % 100 == 0:
                print('[%3d] loss=%.5f' % (i, self.loss(X, y)))
        return self

    def predict(self, X):
        return self._forward(X)[0]


if __name__ == '__main__':
    X = np.linspace(-2, 2, 60).reshape(-1, 1)
    y = np.sin(2 * X) + 0.3 * X
    reg = RegressionMLP(1, random_state=0).fit(X, y, n_iter=600)
    print('final', reg.loss(X, y))
