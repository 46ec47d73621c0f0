"""Understanding momentum.

A ball that rolls down the error surface remembers where it was going.
    v <- mu * v - eta * dJ/dp
    p <- p + v
Samples are the COLUMNS of X here, as in the lecture notes.

    J = 1/(2m) * || A_out - Y ||^2
"""
import numpy as np


class Dense:
    def __init__(self, fan_in, fan_out, activation, rng):
        self.p = {
            "W": rng.standard_normal((fan_out, fan_in)) / np.sqrt(fan_in),
            "b": np.zeros((fan_out, 1)),
        }
        self.v = {k: np.zeros_like(a) for k, a in self.p.items()}
        self.g = {}
        self.activation = activation

    def forward(self, A_in):
        self.A_in = A_in
        Z = self.p["W"] @ A_in + self.p["b"]
        self.A = np.tanh(Z) if self.activation == "tanh" else Z
        return self.A

    def backward(self, dA):
        dZ = dA * (1.0 - self.A ** 2) if self.activation == "tanh" else dA
        self.g["W"] = dZ @ self.A_in.T
        self.g["b"] = dZ.sum(axis=1, keepdims=True)
        return self.p["W"].T @ dZ

    def step(self, eta, mu):
        for k in self.p:
            self.v[k] = mu * self.v[k] - eta * self.g[k]
            self.p[k] = self.p[k] + self.v[k]


class MomentumNet:
    def __init__(self, sizes, seed=0):
        rng = np.random.default_rng(seed)
        kinds = ["tanh"] * (len(sizes) - 2) + ["linear"]
        self.layers = [Dense(i, o, k, rng) for i, o, k in zip(sizes[:-1], sizes[1:], kinds)]

    def forward(self, X):
        for layer in self.layers:
            X = layer.forward(X)
        return X

    def cost(self, X, Y):
        m = X.shape[1]
        return np.sum((self.forward(X) - Y) ** 2) / (2 * m)

    def train_step(self, X, Y, eta=0.1, mu=0.9):
        m = X.shape[1]
        dA = (self.forward(X) - Y) / m
        for layer in reversed(self.layers):
            dA = layer.backward(dA)
        for layer in self.layers:
            layer.step(eta, mu)


def demo():
    X = np.linspace(-2, 2, 60).reshape(1, -1)
    Y = np.vstack([np.sin(2 * X), np.cos(X)])
    for mu in (0.0, 0.5, 0.9):
        net = MomentumNet([1, 10, 6, 2])
        for epoch in range(400):
            net.train_step(X, Y, eta=0.05, mu=mu)
        print("mu = %.1f   final cost %.5f" % (mu, net.cost(X, Y)))


if __name__ == "__main__":
    demo()
