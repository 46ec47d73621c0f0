"""tinygrad-ish layer framework, numpy only"""
import numpy as np


class Module:
    def params(self):
        return []

    def __call__(self, x):
        return self.forward(x)


class Linear(Module):
    def __init__(self, n_in, n_out, rng):
        bound = 1.0 / np.sqrt(n_in)
        self.weight = rng.uniform(-bound, bound, (n_out, n_in))
        self.bias = rng.uniform(-bound, bound, n_out)
        self.gw = np.zeros_like(self.weight)
        self.gb = np.zeros_like(self.bias)

    def forward(self, x):
        self.x = x
        return x @ self.weight.T + self.bias

    def backward(self, g):
        self.gw += g.T @ self.x
        self.gb += g.sum(axis=0)
        return g @ self.weight

    def params(self):
        return [(self.weight, self.gw), (self.bias, self.gb)]


class Tanh(Module):
    def forward(self, x):
        self.y = np.tanh(x)
        return self.y

    def backward(self, g):
        return g * (1 - self.y ** 2)


class LeakyReLU(Module):
    def __init__(self, slope=0.1):
        self.slope = slope

    def forward(self, x):
        self.mask = np.where(x > 0, 1.0, self.slope)
        return x * self.mask

    def backward(self, g):
        return g * self.mask


class Sequential(Module):
    def __init__(self, *mods):
        self.mods = mods

    def forward(self, x):
        for m in self.mods:
            x = m(x)
        return x

    def backward(self, g):
        for m in reversed(self.mods):
            g = m.backward(g)
        return g

    def params(self):
        return [p for m in self.mods for p in m.params()]


class MSELoss:
    def __call__(self, pred, target):
        self.diff = pred - target
        return np.mean(self.diff ** 2)

    def backward(self):
        return 2.0 * self.diff / self.diff.size


class SGD:
    def __init__(self, params, lr=0.05, momentum=0.9):
        self.ps, self.lr, self.mom = params, lr, momentum
        self.bufs = [np.zeros_like(p) for p, _ in params]

    def zero_grad(self):
        for _, g in self.ps:
            g.fill(0.0)

    def step(self):
        for (p, g), buf in zip(self.ps, self.bufs):
            buf *= self.mom
            buf += g
            p -= self.lr * buf


def build(seed=0):
    rng = np.random.default_rng(seed)
    return Sequential(Linear(2, 8, rng), Tanh(), Linear(8, 6, rng), LeakyReLU(), Linear(6, 2, rng))


def train_step(model, crit, opt, x, y):
    opt.zero_grad()
    loss = crit(model(x), y)
    model.backward(crit.backward())
    opt.step()
    return loss


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    X = rng.uniform(-1, 1, (128, 2))
    Y = np.stack([np.sin(2 * X[:, 0]), X[:, 0] * X[:, 1]], axis=1)
    net, crit = build(), MSELoss()
    opt = SGD(net.params())
    for epoch in range(200):
        l = train_step(net, crit, opt, X, Y)
        if epoch % 50 == 0:
            print(f"epoch {epoch} mse {l:.5f}")
