"""tinynn: a Sequential in a hundred lines, for when pulling in a framework is overkill."""
import math
import numpy as np

_C = math.sqrt(2.0 / math.pi)


class Parameter:
    __slots__ = ("value", "grad", "buf", "decay")

    def __init__(self, value, decay=True):
        self.value = value
        self.grad = np.zeros_like(value)
        self.buf = np.zeros_like(value)
        self.decay = decay


class Linear:
    def __init__(self, n_in, n_out, rng):
        self.w = Parameter(rng.normal(0.0, math.sqrt(1.5 / n_in), (n_out, n_in)))
        self.b = Parameter(np.zeros(n_out), decay=False)

    def params(self):
        return [self.w, self.b]

    def forward(self, x):
        self.x = x
        return x @ self.w.value.T + self.b.value

    def backward(self, g):
        self.w.grad += g.T @ self.x
        self.b.grad += g.sum(axis=0)
        return g @ self.w.value


class _Stateless:
    def params(self):
        return []


class GELU(_Stateless):
    def forward(self, x):
        self.x = x
        self.t = np.tanh(_C * (x + 0.044715 * x ** 3))
        return 0.5 * x * (1.0 + self.t)

    def backward(self, g):
        x, t = self.x, self.t
        inner = _C * (1.0 + 3 * 0.044715 * x ** 2)
        return g * (0.5 * (1.0 + t) + 0.5 * x * (1.0 - t ** 2) * inner)


class SiLU(_Stateless):
    def forward(self, x):
        self.x = x
        self.s = 1.0 / (1.0 + np.exp(-x))
        return x * self.s

    def backward(self, g):
        return g * self.s * (1.0 + self.x * (1.0 - self.s))


class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def params(self):
        return [p for l in self.layers for p in l.params()]

    def forward(self, x):
        for l in self.layers:
            x = l.forward(x)
        return x

    def backward(self, g):
        for l in reversed(self.layers):
            g = l.backward(g)


def cross_entropy(logits, labels):
    """mean negative log likelihood and its gradient with respect to the logits"""
    n = len(labels)
    z = logits - logits.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    g = np.exp(logp)
    g[np.arange(n), labels] -= 1.0
    return -logp[np.arange(n), labels].mean(), g / n


class SGD:
    """torch flavoured: buf = m*buf + grad + wd*w ; w -= lr*buf"""

    def __init__(self, params, lr, momentum=0.9, weight_decay=1e-3):
        self.params, self.lr, self.m, self.wd = params, lr, momentum, weight_decay

    def step(self):
        for p in self.params:
            g = p.grad + self.wd * p.value if p.decay else p.grad
            p.buf = self.m * p.buf + g
            p.value -= self.lr * p.buf

    def zero_grad(self):
        for p in self.params:
            p.grad[...] = 0.0


if __name__ == "__main__":
    rng = np.random.default_rng(4)
    r, k = rng.uniform(0.2, 1.0, 300), rng.integers(0, 3, 300)
    a = 4 * r + 2 * np.pi * k / 3 + 0.1 * rng.normal(size=300)
    X = np.c_[r * np.cos(a), r * np.sin(a)]
    net = Sequential(Linear(2, 16, rng), GELU(), Linear(16, 12, rng), SiLU(), Linear(12, 3, rng))
    opt = SGD(net.params(), lr=0.1)
    for it in range(401):
        opt.zero_grad()
        loss, g = cross_entropy(net.forward(X), k)
        net.backward(g)
        opt.step()
        if it % 100 == 0:
            print(f"{it:4d} loss {loss:.4f}")
