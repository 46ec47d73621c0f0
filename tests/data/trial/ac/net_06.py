"""tinynn: a toy deep learning framework I wrote over a weekend :)"""
import numpy as np
from typing import List


class Module:
    def forward(self, x): raise NotImplementedError
    def backward(self, grad): raise NotImplementedError
    def params(self): return []
    def __call__(self, x): return self.forward(x)


class Linear(Module):
    def __init__(self, fan_in: int, fan_out: int, rng):
        bound = 1 / np.sqrt(fan_in)
        self.weight = rng.uniform(-bound, bound, (fan_out, fan_in))
        self.bias = rng.uniform(-bound, bound, fan_out)
        self.dweight, self.dbias = np.zeros_like(self.weight), np.zeros_like(self.bias)

    def forward(self, x):
        self.x = x
        return x @ self.weight.T + self.bias

    def backward(self, grad):
        self.dweight[...] = grad.T @ self.x
        self.dbias[...] = grad.sum(0)
        return grad @ self.weight

    def params(self):
        return [(self.weight, self.dweight), (self.bias, self.dbias)]


class LeakyReLU(Module):
    def __init__(self, slope=0.1): self.slope = slope
    def forward(self, x):
        self.mask = np.where(x > 0, 1.0, self.slope)
        return x * self.mask
    def backward(self, grad): return grad * self.mask


class Softplus(Module):
    def forward(self, x):
        self.x = x
        return np.logaddexp(0, x)
    def backward(self, grad): return grad / (1 + np.exp(-self.x))


class Sequential(Module):
    def __init__(self, *layers): self.layers: List[Module] = list(layers)
    def forward(self, x):
        for l in self.layers: x = l(x)
        return x
    def backward(self, grad):
        for l in reversed(self.layers): grad = l.backward(grad)
        return grad
    def params(self): return [p for l in self.layers for p in l.params()]


class CrossEntropyLoss:
    def __call__(self, logits, target):
        shifted = logits - logits.max(1, keepdims=True)
        self.logp = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
        self.target = target
        return -self.logp[np.arange(len(target)), target].mean()

    def backward(self):
        onehot = np.eye(self.logp.shape[1])[self.target]
        return (np.exp(self.logp) - onehot) / len(self.target)


class SGD:
    def __init__(self, params, lr=0.1, momentum=0.9):
        self.params, self.lr, self.momentum = params, lr, momentum
        self.buf = [np.zeros_like(p) for p, _ in params]

    def step(self):
        for v, (p, g) in zip(self.buf, self.params):
            v *= self.momentum
            v += g
            p -= self.lr * v


def build(rng, d_in=2, classes=3):
    return Sequential(Linear(d_in, 12, rng), LeakyReLU(), Linear(12, 10, rng), Softplus(),
                      Linear(10, 10, rng), LeakyReLU(0.2), Linear(10, 8, rng), Softplus(),
                      Linear(8, classes, rng))


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    centers = np.array([[0, 2], [2, -1], [-2, -1]])
    y = rng.integers(0, 3, 150)
    X = centers[y] + 0.7 * rng.standard_normal((150, 2))
    net, criterion = build(rng), CrossEntropyLoss()
    opt = SGD(net.params(), lr=0.05)
    for epoch in range(30):
        perm = rng.permutation(len(X))
        for i in range(0, len(X), 25):
            b = perm[i:i + 25]
            criterion(net(X[b]), y[b])
            net.backward(criterion.backward())
            opt.step()
        if epoch % 10 == 0:
            print(f"epoch {epoch:3d} | loss {criterion(net(X), y):.4f}")
    print("acc", (net(X).argmax(1) == y).mean())
