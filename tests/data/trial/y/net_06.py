from dataclasses import dataclass, field
from typing import List
import numpy as np


@dataclass
class Param:
    data: np.ndarray
    grad: np.ndarray = field(init=False)

    def __post_init__(self):
        self.grad = np.zeros_like(self.data)

    def zero_grad(self):
        self.grad.fill(0.0)


class Linear:
    def __init__(self, n_in, n_out, rng):
        self.w = Param(rng.normal(scale=np.sqrt(2.0 / n_in), size=(n_in, n_out)))
        self.b = Param(np.zeros((1, n_out)))

    def __call__(self, x):
        self.x = x
        return x @ self.w.data + self.b.data

    def backward(self, g):
        self.w.grad += self.x.T @ g
        self.b.grad += g.sum(axis=0, keepdims=True)
        return g @ self.w.data.T

    def params(self):
        return [self.w, self.b]


class LeakyReLU:
    def __init__(self, slope=0.1):
        self.slope = slope

    def __call__(self, x):
        self.d = np.where(x > 0, 1.0, self.slope)
        return x * self.d

    def backward(self, g):
        return g * self.d

    def params(self):
        return []


class Sequential:
    def __init__(self, *mods):
        self.mods = mods

    def __call__(self, x):
        for m in self.mods:
            x = m(x)
        return x

    def backward(self, g):
        for m in reversed(self.mods):
            g = m.backward(g)
        return g

    def params(self) -> List[Param]:
        return [p for m in self.mods for p in m.params()]


class MSE:
    def __call__(self, pred, y):
        self.diff = pred - y
        return float((self.diff ** 2).mean())

    def backward(self):
        return 2 * self.diff / self.diff.size


class SGD:
    def __init__(self, params, lr):
        self.params, self.lr = params, lr

    def step(self):
        for p in self.params:
            p.data -= self.lr * p.grad


def train(model, X, y, lr=0.002, epochs=30, batch=50, seed=0):
    rng = np.random.default_rng(seed)
    crit, opt = MSE(), SGD(model.params(), lr)
    for p in model.params():
        p.zero_grad()
    for epoch in range(epochs):
        order, tot = rng.permutation(len(X)), 0.0
        for k in range(0, len(X), batch):
            i = order[k:k + batch]
            tot += crit(model(X[i]), y[i]) * len(i)
            model.backward(crit.backward())
            opt.step()
        if epoch % 5 == 0:
            print(f"epoch {epoch:3d} | mse {tot / len(X):.4f}")


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(500, 4))
    y = (np.abs(X[:, :1]) - 0.5 * X[:, 1:2] * X[:, 2:3])
    model = Sequential(Linear(4, 20, rng), LeakyReLU(), Linear(20, 10, rng), LeakyReLU(), Linear(10, 1, rng))
    train(model, X, y)
