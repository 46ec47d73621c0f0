"""tinynet -- a weekend project. Layers are little objects, pytorch-ish API."""
import math
import numpy as np


class Param:
    def __init__(self, data):
        self.data = data
        self.grad = np.zeros_like(data)


class Linear:
    def __init__(self, fan_in, fan_out, rng):
        bound = 1 / math.sqrt(fan_in)
        self.weight = Param(rng.uniform(-bound, bound, (fan_out, fan_in)))
        self.bias = Param(rng.uniform(-bound, bound, fan_out))

    def __call__(self, x):
        self.x = x
        return x @ self.weight.data.T + self.bias.data

    def backward(self, gout):
        self.weight.grad += gout.T @ self.x
        self.bias.grad += gout.sum(0)
        return gout @ self.weight.data

    def parameters(self):
        return [self.weight, self.bias]


class GELU:
    C = math.sqrt(2 / math.pi)

    def __call__(self, x):
        self.x = x
        self.t = np.tanh(self.C * (x + 0.044715 * x ** 3))
        return 0.5 * x * (1 + self.t)

    def backward(self, gout):
        dinner = self.C * (1 + 3 * 0.044715 * self.x ** 2)
        return gout * (0.5 * (1 + self.t) + 0.5 * self.x * (1 - self.t ** 2) * dinner)

    def parameters(self):
        return []


class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def backward(self, g):
        for layer in self.layers[::-1]:
            g = layer.backward(g)
        return g

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]


class CrossEntropyLoss:
    def __call__(self, logits, target):
        z = logits - logits.max(1, keepdims=True)
        self.logp = z - np.log(np.exp(z).sum(1, keepdims=True))
        self.target = target
        return -self.logp[np.arange(len(target)), target].mean()

    def backward(self):
        n = len(self.target)
        g = np.exp(self.logp)
        g[np.arange(n), self.target] -= 1
        return g / n


class SGD:
    def __init__(self, params, lr, momentum=0.0):
        self.params, self.lr, self.momentum = params, lr, momentum
        self.buf = [np.zeros_like(p.data) for p in params]

    def zero_grad(self):
        for p in self.params:
            p.grad[...] = 0

    def step(self):
        for p, v in zip(self.params, self.buf):
            v *= self.momentum
            v += p.grad
            p.data -= self.lr * v


def spiral(n_per, classes, rng):
    r = np.linspace(0.1, 1, n_per)
    xs, ys = [], []
    for c in range(classes):
        t = np.linspace(c * 4, c * 4 + 4, n_per) + rng.normal(0, 0.15, n_per)
        xs.append(np.c_[r * np.sin(t), r * np.cos(t)])
        ys.append(np.full(n_per, c))
    return np.concatenate(xs), np.concatenate(ys)


if __name__ == "__main__":
    rng = np.random.default_rng(7)
    X, y = spiral(60, 3, rng)
    net = Sequential(Linear(2, 16, rng), GELU(), Linear(16, 16, rng), GELU(), Linear(16, 3, rng))
    crit, opt = CrossEntropyLoss(), SGD(net.parameters(), lr=0.1, momentum=0.9)
    for epoch in range(201):
        order = rng.permutation(len(X))
        for k in range(0, len(X), 30):
            idx = order[k:k + 30]
            opt.zero_grad()
            loss = crit(net(X[idx]), y[idx])
            net.backward(crit.backward())
            opt.step()
        if epoch % 40 == 0:
            print(epoch, loss, (net(X).argmax(1) == y).mean())
