import numpy as np
from numpy.random import default_rng


class Linear:
    def __init__(self, n_in, n_out, rng):
        self.W = rng.normal(0, 1 / np.sqrt(n_in), size=(n_in, n_out))
        self.b = np.zeros((1, n_out))
        self.zero_grad()
        self.vW = np.zeros_like(self.W)
        self.vb = np.zeros_like(self.b)

    def zero_grad(self):
        self.dW = np.zeros_like(self.W)
        self.db = np.zeros_like(self.b)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad):
        self.dW += self.x.T @ grad
        self.db += grad.sum(axis=0, keepdims=True)
        return grad @ self.W.T

    def step(self, lr, momentum):
        self.vW = momentum * self.vW - lr * self.dW
        self.vb = momentum * self.vb - lr * self.db
        self.W += self.vW
        self.b += self.vb


class Tanh:
    def forward(self, x):
        self.out = np.tanh(x)
        return self.out

    def backward(self, grad):
        return grad * (1 - self.out ** 2)

    def zero_grad(self):
        pass

    def step(self, lr, momentum):
        pass


class MSELoss:
    def forward(self, pred, target):
        self.diff = pred - target
        return np.mean(self.diff ** 2)

    def backward(self):
        return 2 * self.diff / self.diff.size


class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, grad):
        for layer in reversed(self.layers):
            grad = layer.backward(grad)

    def zero_grad(self):
        for layer in self.layers:
            layer.zero_grad()

    def step(self, lr, momentum):
        for layer in self.layers:
            layer.step(lr, momentum)


def train(model, X, Y, epochs=30, batch=16, lr=0.02, momentum=0.9, rng=None):
    rng = rng or default_rng(0)
    criterion = MSELoss()
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        running = 0.0
        model.zero_grad()
        for start in range(0, len(X), batch):
            sel = order[start:start + batch]
            loss = criterion.forward(model.forward(X[sel]), Y[sel])
            model.backward(criterion.backward())
            model.step(lr, momentum)
            running += loss * len(sel)
        if epoch % 10 == 0:
            print(f"epoch {epoch:3d}  mse {running / len(X):.5f}")


def build(rng):
    return Sequential(Linear(3, 8, rng), Tanh(), Linear(8, 8, rng), Tanh(),
                      Linear(8, 6, rng), Tanh(), Linear(6, 4, rng), Tanh(), Linear(4, 2, rng))


if __name__ == "__main__":
    rng = default_rng(42)
    X = rng.uniform(-1, 1, (64, 3))
    Y = np.stack([np.sin(2 * X[:, 0]) + X[:, 1], X[:, 1] * X[:, 2]], axis=1)
    train(build(rng), X, Y)
