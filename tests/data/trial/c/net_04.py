import numpy as np


class Regressor:
    """Fully connected regressor, softplus hidden units, linear output.

    cost: 1/(2N) * sum of squared residuals
    """

    def __init__(self, sizes, lr=0.02, momentum=0.9, seed=0):
        rng = np.random.default_rng(seed)
        self.lr = lr
        self.momentum = momentum
        self.weights = [rng.normal(0, 1 / np.sqrt(a), size=(a, b)) for a, b in zip(sizes[:-1], sizes[1:])]
        self.biases = [np.zeros(b) for b in sizes[1:]]
        self.vel_w = [np.zeros_like(w) for w in self.weights]
        self.vel_b = [np.zeros_like(b) for b in self.biases]

    @staticmethod
    def softplus(z):
        return np.logaddexp(0.0, z)

    @staticmethod
    def softplus_prime(z):
        return 1.0 / (1.0 + np.exp(-z))

    def forward(self, X):
        self.acts = [X]
        self.pre = []
        h = X
        last = len(self.weights) - 1
        for i, (w, b) in enumerate(zip(self.weights, self.biases)):
            z = h @ w + b
            self.pre.append(z)
            h = z if i == last else self.softplus(z)
            self.acts.append(h)
        return h

    def cost(self, X, y):
        return np.sum((self.forward(X) - y) ** 2) / (2 * len(X))

    def step(self, X, y):
        out = self.forward(X)
        delta = (out - y) / len(X)
        gw, gb = [], []
        for i in reversed(range(len(self.weights))):
            gw.insert(0, self.acts[i].T @ delta)
            gb.insert(0, delta.sum(axis=0))
            if i > 0:
                delta = (delta @ self.weights[i].T) * self.softplus_prime(self.pre[i - 1])
        for i in range(len(self.weights)):
            self.vel_w[i] = self.momentum * self.vel_w[i] - self.lr * gw[i]
            self.vel_b[i] = self.momentum * self.vel_b[i] - self.lr * gb[i]
            self.weights[i] += self.vel_w[i]
            self.biases[i] += self.vel_b[i]


if __name__ == "__main__":
    rng = np.random.default_rng(5)
    X = rng.uniform(-1, 1, size=(64, 2))
    y = (X[:, :1] ** 2 - X[:, 1:]) * 1.5
    net = Regressor([2, 10, 8, 6, 1])
    for epoch in range(300):
        net.step(X, y)
        if epoch % 60 == 0:
            print(epoch, net.cost(X, y))
