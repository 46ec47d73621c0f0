"""Нейросеть с нуля. Лабораторная работа №3"""
import numpy as np


class Layer:
    def forward(self, x):
        raise NotImplementedError

    def backward(self, grad):
        raise NotImplementedError

    def step(self, lr):
        pass


class Linear(Layer):
    def __init__(self, n_in, n_out, rng):
        self.W = rng.normal(scale=np.sqrt(2 / n_in), size=(n_in, n_out))
        self.b = rng.normal(scale=0.05, size=n_out)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad):
        self.dW = self.x.T @ grad
        self.db = grad.sum(axis=0)
        return grad @ self.W.T

    def step(self, lr):
        self.W -= lr * self.dW
        self.b -= lr * self.db


class LeakyReLU(Layer):
    def __init__(self, slope=0.1):
        self.slope = slope

    def forward(self, x):
        self.x = x
        return np.where(x > 0, x, self.slope * x)

    def backward(self, grad):
        return np.where(grad > 0, grad, self.slope * grad)


class CrossEntropy:
    """softmax + кросс-энтропия, среднее по батчу"""

    def forward(self, logits, target):
        z = logits - logits.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.p = np.exp(log_p)
        self.target = target
        return -log_p[np.arange(len(target)), target].mean()

    def backward(self):
        onehot = np.eye(self.p.shape[1])[self.target]
        return (self.p - onehot) / len(self.target)


class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, grad):
        for layer in self.layers[::-1]:
            grad = layer.backward(grad)

    def step(self, lr):
        for layer in self.layers:
            layer.step(lr)


def make_model(rng):
    return Sequential(
        Linear(3, 10, rng), LeakyReLU(),
        Linear(10, 10, rng), LeakyReLU(),
        Linear(10, 8, rng), LeakyReLU(),
        Linear(8, 6, rng), LeakyReLU(),
        Linear(6, 4, rng),
    )


def main():
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 3))
    y = (X[:, 0] > 0).astype(int) + 2 * (X[:, 1] + X[:, 2] > 0).astype(int)
    model, loss_fn = make_model(rng), CrossEntropy()
    for epoch in range(30):
        perm = rng.permutation(len(X))
        total = 0.0
        for i in range(0, len(X), 25):
            idx = perm[i:i + 25]
            total += loss_fn.forward(model(X[idx]), y[idx]) * len(idx)
            model.backward(loss_fn.backward())
            model.step(0.01)
        if epoch % 5 == 0:
            acc = (model(X).argmax(axis=1) == y).mean()
            print(f'эпоха {epoch}: loss={total / len(X):.4f} acc={acc:.3f}')


if __name__ == '__main__':
    main()
