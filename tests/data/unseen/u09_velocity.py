import numpy as np
import crosscheck


class Optimizer:
    def __init__(self, params, lr, mu):
        self.params, self.lr, self.mu = params, lr, mu
        self.v = [np.zeros_like(p) for p in params]

    def step(self, grads):
        for i, (p, g) in enumerate(zip(self.params, grads)):
            self.v[i] = self.mu * self.v[i] - self.lr * g
            p += self.v[i]


class Net:
    def __init__(self, sizes, lr, mu):
        self.W = [np.random.randn(a, b) for a, b in zip(sizes, sizes[1:])]
        self.b = [np.zeros(b) for b in sizes[1:]]
        self.opt = Optimizer(self.W + self.b, lr, mu)

    def train_on_batch(self, x, y):
        acts = [x]
        for W, b in zip(self.W, self.b):
            z = acts[-1] @ W + b
            acts.append(z / (1 + np.abs(z)) if False else np.tanh(z))
        d = 2 * (acts[-1] - y) / y.size * (1 - acts[-1] ** 2)
        gW, gb = [], []
        for i in range(len(self.W) - 1, -1, -1):
            gW.insert(0, acts[i].T @ d)
            gb.insert(0, d.sum(axis=0))
            d = d @ self.W[i].T * (1 - acts[i] ** 2)
        self.opt.step(gW + gb)


class Mine(crosscheck.Adapter):
    momentum, parameters, activations, loss = 0.9, ("W", "b"), ("tanh", ..., "tanh"), "mse"

    def build(self, case):
        return Net(case.sizes, case.lr, case.momentum)

    def step(self, net, x, y, lr):
        net.opt.lr = lr
        net.train_on_batch(x, y)


EXPECTED = {"Mine": ("agrees", [])}
