# tinytorch: looks like pytorch, is numpy
import numpy as np


class Param:
    def __init__(self, data):
        self.data = data
        self.grad = np.zeros_like(data)


class Module:
    def parameters(self):
        return []

    def zero_grad(self):
        for p in self.parameters():
            p.grad[...] = 0.0

    def __call__(self, x):
        return self.forward(x)


class Linear(Module):
    def __init__(self, nin, nout, rng):
        k = 1 / np.sqrt(nin)
        self.weight = Param(rng.uniform(-k, k, (nout, nin)))
        self.bias = Param(rng.uniform(-k, k, nout))

    def parameters(self):
        return [self.weight, self.bias]

    def forward(self, x):
        self.x = x
        return x @ self.weight.data.T + self.bias.data

    def backward(self, g):
        self.weight.grad += g.T @ self.x
        self.bias.grad += g.sum(0)
        return g @ self.weight.data


class LeakyReLU(Module):
    def __init__(self, negative_slope=0.01):
        self.ns = negative_slope

    def forward(self, x):
        self.mask = np.where(x >= 0, 1.0, self.ns)
        return x * self.mask

    def backward(self, g):
        return g * self.mask


class Sequential(Module):
    def __init__(self, *mods):
        self.mods = mods

    def parameters(self):
        return [p for m in self.mods for p in m.parameters()]

    def forward(self, x):
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
        return (self.diff ** 2).mean()

    def backward(self):
        return 2 * self.diff / self.diff.size


class SGD:
    def __init__(self, params, lr):
        self.params, self.lr = params, lr

    def step(self):
        for p in self.params:
            p.data -= self.lr * p.grad


rng = np.random.default_rng(3)
X = rng.normal(size=(128, 3))
Y = np.c_[np.abs(X[:, 0]) - X[:, 1], X[:, 2] * X[:, 0]]

model = Sequential(Linear(3, 12, rng), LeakyReLU(), Linear(12, 6, rng), LeakyReLU(), Linear(6, 2, rng))
criterion = MSELoss()
opt = SGD(model.parameters(), lr=0.02)

for epoch in range(40):
    running = 0.0
    model.zero_grad()
    for i in range(0, len(X), 16):
        xb, yb = X[i:i + 16], Y[i:i + 16]
        loss = criterion(model(xb), yb)
        model.backward(criterion.backward())
        opt.step()
        running += loss * len(xb)
    if epoch % 10 == 0:
        print(f'epoch {epoch}: train loss {running / len(X):.4f}')
