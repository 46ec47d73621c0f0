"""Binary labels (several of them per sample), SGD with momentum and L2 penalty.

    loss  =  mean over all labels of the binary cross entropy
             + lam / 2 * (sum of all squared weights; biases are not penalised)
    v     =  mu * v + gradient
    theta =  theta - lr * v
"""
import numpy as np


def sigmoid(x):
    return 1.0 / (1.0 + np.exp(-x))


class MLP:
    def __init__(self, n_in, n_hidden, n_out, mu=0.9, lam=0.01):
        self.mu, self.lam = mu, lam
        self.W1 = np.random.uniform(-1, 1, (n_in, n_hidden)) / np.sqrt(n_in)
        self.b1 = np.zeros((1, n_hidden))
        self.W2 = np.random.uniform(-1, 1, (n_hidden, n_out)) / np.sqrt(n_hidden)
        self.b2 = np.zeros((1, n_out))
        self.v = {}

    def forward(self, x):
        self.x = x
        self.z1 = x @ self.W1 + self.b1
        self.h = np.tanh(self.z1)
        self.z2 = self.h @ self.W2 + self.b2
        self.p = sigmoid(self.z2)
        return self.p

    def loss(self, y):
        bce = -np.mean(y * np.log(self.p) + (1 - y) * np.log(1 - self.p))
        penalty = self.lam / 2 * (np.sum(self.W1 ** 2) + np.sum(self.W2 ** 2))
        return bce + penalty

    def gradients(self, y):
        n = y.shape[0] * y.shape[1]
        # sigmoid + binary cross entropy
        d2 = (self.p - y) / n
        dh = d2 @ self.W2.T
        d1 = dh * (1 - self.h ** 2)

        grads = {}
        grads["W2"] = self.h.T @ d2
        grads["b2"] = d2.sum(axis=0, keepdims=True)
        grads["W1"] = self.x.T @ d1
        grads["b1"] = d1.sum(axis=0, keepdims=True)

        # L2 penalty
        for name in ("W1", "W2"):
            grads[name] += self.lam * getattr(self, name)
        return grads

    def step(self, grads, lr):
        for name, g in grads.items():
            v = self.mu * self.v.get(name, 0) + g
            self.v[name] = v
            theta = getattr(self, name)
            setattr(self, name, theta - lr * v)

    def fit_batch(self, x, y, lr):
        self.forward(x)
        loss = self.loss(y)
        self.grads = self.gradients(y)
        self.step(self.grads, lr)
        return loss
