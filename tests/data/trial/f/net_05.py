import numpy as np


class Layer:
    def forward(self, x):
        raise NotImplementedError

    def backward(self, grad_out, lr):
        raise NotImplementedError


class Dense(Layer):
    def __init__(self, n_in, n_out, rng):
        self.weights = rng.normal(0, 1 / np.sqrt(n_in), (n_in, n_out))
        self.bias = np.zeros(n_out)

    def forward(self, x):
        self.x = x
        return x @ self.weights + self.bias

    def backward(self, grad_out, lr):
        grad_in = grad_out @ self.weights.T
        self.weights -= lr * (self.x.T @ grad_out)
        self.bias -= lr * grad_out.sum(axis=0)
        return grad_in


class Swish(Layer):
    """x * sigmoid(x)"""

    def forward(self, x):
        self.x = x
        self.sig = 1.0 / (1.0 + np.exp(-x))
        x *= self.sig
        return x

    def backward(self, grad_out, lr):
        return grad_out * (self.sig + self.x * self.sig * (1.0 - self.sig))


class SquaredError:
    # sum over the outputs, averaged over the samples, with the usual 1/2
    def loss(self, pred, target):
        return 0.5 * np.sum((pred - target) ** 2) / len(target)

    def grad(self, pred, target):
        return (pred - target) / len(target)


class Sequential:
    def __init__(self, *layers):
        self.layers = layers
        self.criterion = SquaredError()

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def train_step(self, x, t, lr):
        pred = self.predict(x)
        loss = self.criterion.loss(pred, t)
        g = self.criterion.grad(pred, t)
        for layer in reversed(self.layers):
            g = layer.backward(g, lr)
        return loss

    def fit(self, x, t, epochs=200, batch_size=16, lr=0.05, seed=0):
        rng = np.random.default_rng(seed)
        for epoch in range(epochs):
            order = rng.permutation(len(x))
            total = 0.0
            for s in range(0, len(x), batch_size):
                idx = order[s:s + batch_size]
                total += self.train_step(x[idx], t[idx], lr) * len(idx)
            if (epoch + 1) % 50 == 0:
                print(f"epoch {epoch + 1:4d}  loss {total / len(x):.5f}")


if __name__ == "__main__":
    rng = np.random.default_rng(42)
    x = rng.uniform(-2, 2, (120, 2))
    t = np.c_[np.sin(x[:, 0]) * x[:, 1], np.cos(x[:, 1])]
    net = Sequential(Dense(2, 16, rng), Swish(), Dense(16, 10, rng), Swish(), Dense(10, 2, rng))
    net.fit(x, t)
