import numpy as np
from typing import List


class Module:
    def forward(self, x): raise NotImplementedError
    def backward(self, grad_output): raise NotImplementedError
    def step(self, lr): pass
    def __call__(self, x): return self.forward(x)


class Linear(Module):
    def __init__(self, in_features: int, out_features: int):
        bound = 1 / np.sqrt(in_features)
        self.weight = np.random.uniform(-bound, bound, (out_features, in_features))
        self.bias = np.random.uniform(-bound, bound, out_features)
        self.weight_grad = np.zeros_like(self.weight)
        self.bias_grad = np.zeros_like(self.bias)

    def forward(self, x):
        self.input = x
        return x @ self.weight.T + self.bias

    def backward(self, grad_output):
        self.weight_grad = grad_output.T @ self.input
        self.bias_grad = grad_output.sum(axis=0)
        return grad_output @ self.weight

    def step(self, lr):
        self.weight -= lr * self.weight_grad
        self.bias -= lr * self.bias_grad


class GELU(Module):
    C = np.sqrt(2 / np.pi)

    def forward(self, x):
        self.input = x
        self.t = np.tanh(self.C * (x + 0.044715 * x ** 3))
        return 0.5 * x * (1 + self.t)

    def backward(self, grad_output):
        x, t = self.input, self.t
        du = self.C * (1 + 0.044715 * x ** 2)
        return grad_output * (0.5 * (1 + t) + 0.5 * x * (1 - t ** 2) * du)


class MSELoss:
    def __call__(self, pred, target):
        self.diff = pred - target
        return np.mean(self.diff ** 2)

    def backward(self):
        return 2 * self.diff / self.diff.size


class Sequential(Module):
    def __init__(self, *layers):
        self.layers: List[Module] = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def backward(self, grad_output):
        for layer in reversed(self.layers):
            grad_output = layer.backward(grad_output)
        return grad_output

    def step(self, lr):
        for layer in self.layers:
            layer.step(lr)


def train(model, x, y, epochs=200, lr=0.05):
    criterion = MSELoss()
    for epoch in range(epochs):
        loss = criterion(model(x), y)
        model.backward(criterion.backward())
        model.step(lr)
        if epoch % 40 == 0:
            print(f"Epoch {epoch}: loss = {loss:.6f}")
    return model


if __name__ == "__main__":
    np.random.seed(0)
    model = Sequential(
        Linear(2, 16), GELU(),
        Linear(16, 16), GELU(),
        Linear(16, 12), GELU(),
        Linear(12, 8), GELU(),
        Linear(8, 2),
    )
    x = np.random.uniform(-2, 2, (128, 2))
    y = np.stack([np.sin(x[:, 0]) + x[:, 1], x[:, 0] * x[:, 1]], axis=1)
    train(model, x, y)
