# tinygrain: just enough of a framework for the reading group
import math
import numpy as np


class Module:
    def params(self):
        return []

    def __call__(self, x):
        return self.forward(x)


class Linear(Module):
    def __init__(self, fan_in, fan_out, rng):
        bound = 1 / math.sqrt(fan_in)
        self.W = rng.uniform(-bound, bound, (fan_out, fan_in))   # torch convention
        self.b = rng.uniform(-bound, bound, fan_out)
        self.gW = None
        self.gb = None

    def forward(self, x):
        self.x = x
        return x @ self.W.T + self.b

    def backward(self, g):
        self.gW = g.T @ self.x
        self.gb = g.sum(0)
        return g @ self.W

    def params(self):
        return [(self, 'W', 'gW'), (self, 'b', 'gb')]


class GELU(Module):
    """0.5 x (1 + tanh( sqrt(2/pi) (x + 0.044715 x^3) ))"""
    C = math.sqrt(2 / math.pi)

    def forward(self, x):
        self.x = x
        self.t = np.tanh(self.C * (x + 0.044715 * x ** 3))
        return 0.5 * x * (1 + self.t)

    def backward(self, g):
        x, t = self.x, self.t
        du = self.C * (1 + 0.044715 * x ** 2)
        return g * (0.5 * (1 + t) + 0.5 * x * (1 - t * t) * du)


class Sequential(Module):
    def __init__(self, *mods):
        self.mods = mods

    def forward(self, x):
        for m in self.mods:
            x = m(x)
        return x

    def backward(self, g):
        for m in self.mods[::-1]:
            g = m.backward(g)
        return g

    def params(self):
        return [p for m in self.mods for p in m.params()]


class MSE:
    def __call__(self, pred, y):
        self.diff = pred - y
        return (self.diff ** 2).mean()

    def backward(self):
        return 2 * self.diff / self.diff.size


class SGD:
    def __init__(self, params, lr):
        self.ps, self.lr = params, lr

    def step(self):
        for obj, name, gname in self.ps:
            setattr(obj, name, getattr(obj, name) - self.lr * getattr(obj, gname))


def make_net(rng, d_in=2, d_out=2):
    return Sequential(Linear(d_in, 16, rng), GELU(), Linear(16, 16, rng), GELU(), Linear(16, d_out, rng))


def main():
    rng = np.random.default_rng(42)
    X = rng.uniform(-2, 2, (128, 2))
    Y = np.stack([np.sin(X[:, 0]) * X[:, 1], X[:, 0] - np.cos(X[:, 1])], 1)
    net, crit = make_net(rng), MSE()
    opt = SGD(net.params(), 0.1)
    for it in range(501):
        loss = crit(net(X), Y)
        net.backward(crit.backward())
        opt.step()
        if it % 100 == 0:
            print(it, round(float(loss), 5))


if __name__ == '__main__':
    main()
