from typing import List
import numpy as np


class Parameter:
    def __init__(self, data: np.ndarray):
        self.data = data
        self.grad = np.zeros_like(data)


class Module:
    def parameters(self) -> List[Parameter]:
        return []

    def zero_grad(self) -> None:
        for p in self.parameters():
            p.grad = np.zeros_like(p.data)


class Linear(Module):
    def __init__(self, n_in: int, n_out: int, rng):
        bound = 1 / np.sqrt(n_in)
        self.weight = Parameter(rng.uniform(-bound, bound, (n_out, n_in)))
        self.bias = Parameter(rng.uniform(-bound, bound, (n_out,)))

    def parameters(self):
        return [self.weight, self.bias]

    def __call__(self, x):
        self.x = x
        return x @ self.weight.data.T + self.bias.data

    def backward(self, g):
        self.weight.grad += g.T @ self.x
        self.bias.grad += g.sum(0)
        return g @ self.weight.data


class SiLU(Module):
    def __call__(self, x):
        self.x = x
        self.s = 1 / (1 + np.exp(-x))
        return x * self.s

    def backward(self, g):
        return g * self.s * (1 + self.x) * (1 - self.s)


class Sequential(Module):
    def __init__(self, *mods: Module):
        self.mods = mods

    def parameters(self):
        return [p for m in self.mods for p in m.parameters()]

    def __call__(self, x):
        for m in self.mods:
            x = m(x)
        return x

    def backward(self, g):
        for m in reversed(self.mods):
            g = m.backward(g)
        return g


class MSELoss:
    def __call__(self, pred, target):
        self.diff = pred - target
        return float(np.mean(self.diff ** 2))

    def backward(self):
        return 2 * self.diff / self.diff.size


class SGD:
    def __init__(self, params: List[Parameter], lr: float, momentum: float = 0.0):
        self.params, self.lr, self.momentum = params, lr, momentum
        self.buf = [np.zeros_like(p.data) for p in params]

    def step(self):
        for i, p in enumerate(self.params):
            self.buf[i] = self.momentum * self.buf[i] + p.grad
            p.data -= self.lr * self.buf[i]


def fit(model, criterion, optim, x, y, epochs=30, batch_size=20, rng=None):
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        running = 0.0
        model.zero_grad()
        for i in range(0, len(x), batch_size):
            idx = order[i:i + batch_size]
            running += criterion(model(x[idx]), y[idx]) * len(idx)
            model.backward(criterion.backward())
            optim.step()
        if epoch % 10 == 0:
            print(f"epoch {epoch}: train loss {running / len(x):.5f}")


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    x = rng.normal(size=(100, 4))
    y = np.c_[np.tanh(x[:, 0] - x[:, 1]), 0.5 * x[:, 2] * x[:, 3]]
    model = Sequential(Linear(4, 12, rng), SiLU(), Linear(12, 8, rng), SiLU(), Linear(8, 2, rng))
    fit(model, MSELoss(), SGD(model.parameters(), lr=0.01, momentum=0.5), x, y, rng=rng)
