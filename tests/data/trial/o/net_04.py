"""tinymlp - a tiny multilayer perceptron.  pip install tinymlp

>>> model = MLP([3, 16, 16, 1], ["gelu", "silu"])
>>> model.fit(X, y)
"""
__version__ = "0.1.3"
__all__ = ["MLP", "ACTIVATIONS"]

import numpy as np

_C = np.sqrt(2.0 / np.pi)


def _sigmoid(z):
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def _gelu(z):
    return 0.5 * z * (1.0 + np.tanh(_C * (z + 0.044715 * z ** 3)))


def _gelu_grad(z):
    t = np.tanh(_C * (z + 0.044715 * z ** 3))
    return 0.5 * (1.0 + t) + 0.5 * z * (1.0 - t * t) * _C * (1.0 + 3 * 0.044715 * z ** 2)


def _silu_grad(z):
    s = _sigmoid(z)
    return s + z * s * (1.0 - s)


# name -> (f, f')   both take the pre-activation
ACTIVATIONS = {
    "gelu": (_gelu, _gelu_grad),
    "silu": (lambda z: z * _sigmoid(z), _silu_grad),
    "softplus": (lambda z: np.logaddexp(0.0, z), _sigmoid),
    "elu": (lambda z: np.where(z > 0, z, np.expm1(np.minimum(z, 0))),
            lambda z: np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))),
    "tanh": (np.tanh, lambda z: 1.0 - np.tanh(z) ** 2),
}


class MLP:
    """Regression MLP, linear output, mean squared error plus ``l2`` * sum of squared weights."""

    def __init__(self, sizes, activations, lr=0.05, l2=0.0, random_state=None):
        if len(activations) != len(sizes) - 2:
            raise ValueError("need one activation per hidden layer")
        rng = np.random.RandomState(random_state)
        self.activations = list(activations)
        self.lr, self.l2 = lr, l2
        self.coefs_ = [rng.randn(a, b) * np.sqrt(1.0 / a) for a, b in zip(sizes, sizes[1:])]
        self.intercepts_ = [np.zeros(b) for b in sizes[1:]]

    def _forward(self, X):
        zs, acts = [], [X]
        last = len(self.coefs_) - 1
        for i, (W, b) in enumerate(zip(self.coefs_, self.intercepts_)):
            z = acts[-1] @ W + b
            zs.append(z)
            acts.append(z if i == last else ACTIVATIONS[self.activations[i]][0](z))
        return zs, acts

    def predict(self, X):
        return self._forward(X)[1][-1]

    def loss(self, X, y):
        return np.mean((self.predict(X) - y) ** 2) + self.l2 * sum(np.sum(W * W) for W in self.coefs_)

    def gradients(self, X, y):
        zs, acts = self._forward(X)
        delta = 2.0 * (acts[-1] - y) / y.size
        gW, gb = [None] * len(zs), [None] * len(zs)
        for i in range(len(zs) - 1, -1, -1):
            gW[i] = acts[i].T @ delta + 2.0 * self.l2 * self.coefs_[i]
            gb[i] = delta.sum(axis=0)
            if i > 0:
                delta = (delta @ self.coefs_[i].T) * ACTIVATIONS[self.activations[i - 1]][1](zs[i - 1])
        return gW, gb

    def partial_fit(self, X, y):
        gW, gb = self.gradients(X, y)
        for i in range(len(gW)):
            self.coefs_[i] -= self.lr * gW[i]
            self.intercepts_[i] -= self.lr * gb[i]
        return self

    def fit(self, X, y, n_iter=200, verbose=False):
        for it in range(n_iter):
            self.partial_fit(X, y)
            if verbose and it % 50 == 0:
                print("[tinymlp] iter %d loss %.5f" % (it, self.loss(X, y)))
        return self


if __name__ == "__main__":
    rng = np.random.RandomState(0)
    X = rng.randn(64, 3)
    y = np.c_[np.sin(X[:, 0]) + X[:, 1] * X[:, 2], X[:, 0] - X[:, 2]]
    m = MLP([3, 10, 8, 8, 6, 2], ["gelu", "silu", "softplus", "elu"], l2=1e-4, random_state=1)
    m.fit(X, y, verbose=True)
