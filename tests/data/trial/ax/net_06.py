import numpy as np


class Layer:
    def forward(self, x):
        raise NotImplementedError

    def backward(self, grad, lr):
        raise NotImplementedError


class Dense(Layer):
    def __init__(self, in_features, out_features, rng):
        self.W = rng.normal(0, (2 / in_features) ** 0.5, size=(in_features, out_features))
        self.b = np.zeros(out_features)

    def forward(self, x):
        self.inp = x
        return x @ self.W + self.b

    def backward(self, grad, lr):
        grad_in = grad @ self.W.T
        self.W -= lr * (self.inp.T @ grad)
        self.b -= lr * grad.mean(axis=0)
        return grad_in


class LeakyReLU(Layer):
    def __init__(self, slope=0.1):
        self.slope = slope

    def forward(self, x):
        self.mask = x > 0
        return np.where(self.mask, x, self.slope * x)

    def backward(self, grad, lr):
        return np.where(self.mask, grad, self.slope * grad)


class MSELoss:
    def __call__(self, pred, target):
        self.diff = pred - target
        return np.mean(self.diff ** 2)

    def backward(self):
        return 2 * self.diff / self.diff.size


class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, grad, lr):
        for layer in reversed(self.layers):
            grad = layer.backward(grad, lr)


def train(model, criterion, X, Y, lr, n_epochs, verbose=True):
    history = []
    for epoch in range(n_epochs):
        loss = criterion(model(X), Y)
        model.backward(criterion.backward(), lr)
        history.append(loss)
        if verbose and epoch % 100 == 0:
            print(f"[{epoch:4d}] mse={loss:.5f}")
    return history


def main():
    rng = np.random.default_rng(7)
    X = rng.uniform(-2, 2, (64, 2))
    Y = np.stack([X[:, 0] * X[:, 1], np.abs(X[:, 0]) + 1], axis=1)
    model = Sequential(Dense(2, 16, rng), LeakyReLU(), Dense(16, 8, rng), LeakyReLU(), Dense(8, 2, rng))
    train(model, MSELoss(), X, Y, lr=0.05, n_epochs=500)


if __name__ == "__main__":
    main()
