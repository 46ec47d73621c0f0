"""
MLP regressor with SiLU (swish) activations, momentum and weight decay (L2).
house-price toy example   --   MIT License, (c) me
"""
import numpy as np


def silu(x):
    return x / (1.0 + np.exp(-x))


def silu_prime(x):
    sig = 1.0 / (1.0 + np.exp(-x))
    return sig + x * (1.0 - sig)


class MLPRegressor:
    def __init__(self, layer_sizes, learning_rate=0.01, momentum=0.9, l2=1e-3, random_state=None):
        rng = np.random.RandomState(random_state)
        self.coefs_ = [rng.randn(i, o) * np.sqrt(2.0 / (i + o)) for i, o in zip(layer_sizes, layer_sizes[1:])]
        self.intercepts_ = [np.zeros(o) for o in layer_sizes[1:]]
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.l2 = l2
        self.vel_w = [np.zeros_like(w) for w in self.coefs_]
        self.vel_b = [np.zeros_like(b) for b in self.intercepts_]

    def _forward(self, X):
        pre, act = [], [X]
        last = len(self.coefs_) - 1
        for i, (w, b) in enumerate(zip(self.coefs_, self.intercepts_)):
            z = act[-1] @ w + b
            pre.append(z)
            act.append(z if i == last else silu(z))
        return pre, act

    def loss(self, X, y):
        """1/(2n) * sum of squared errors + l2/2 * ||W||^2"""
        out = self._forward(X)[1][-1]
        data_term = np.sum((out - y) ** 2) / (2 * len(X))
        return data_term + 0.5 * self.l2 * sum(np.sum(w ** 2) for w in self.coefs_)

    def partial_fit(self, X, y):
        pre, act = self._forward(X)
        n = len(X)
        grads_w, grads_b = [], []
        delta = (act[-1] - y) / n
        for i in reversed(range(len(self.coefs_))):
            grads_w.insert(0, act[i].T @ delta - self.l2 * self.coefs_[i])
            grads_b.insert(0, delta.sum(axis=0))
            if i > 0:
                delta = (delta @ self.coefs_[i].T) * silu_prime(pre[i - 1])
        for i in range(len(self.coefs_)):
            self.vel_w[i] = self.momentum * self.vel_w[i] - self.learning_rate * grads_w[i]
            self.vel_b[i] = self.momentum * self.vel_b[i] - self.learning_rate * grads_b[i]
            self.coefs_[i] += self.vel_w[i]
            self.intercepts_[i] += self.vel_b[i]
        return self

    def predict(self, X):
        return self._forward(X)[1][-1]


def make_houses(n=120, seed=0):
    rng = np.random.RandomState(seed)
    sqm, rooms, age = rng.uniform(-1, 1, (3, n))
    price = 1.5 * sqm + 0.4 * rooms * sqm - 0.6 * age + 0.05 * rng.randn(n)
    return np.column_stack([sqm, rooms, age]), price.reshape(-1, 1)


if __name__ == "__main__":
    X, y = make_houses()
    model = MLPRegressor([3, 12, 8, 6, 1], random_state=1)
    order = np.random.RandomState(2)
    for epoch in range(60):
        idx = order.permutation(len(X))
        for chunk in np.array_split(idx, 6):
            model.partial_fit(X[chunk], y[chunk])
        if epoch % 20 == 0:
            print("epoch %d loss %.5f" % (epoch, model.loss(X, y)))
    print("first predictions", model.predict(X[:3]).ravel(), "truth", y[:3].ravel())
