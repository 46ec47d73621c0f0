# pebble.py  -  "pytorch at home"
import numpy as np


class Parameter:
    def __init__(self, data):
        self.data = data
        self.grad = np.zeros_like(data)


class Module:
    def parameters(self):
        for v in vars(self).values():
            if isinstance(v, Parameter):
                yield v
            elif isinstance(v, Module):
                yield from v.parameters()
            elif isinstance(v, (list, tuple)):
                for m in v:
                    if isinstance(m, Module):
                        yield from m.parameters()

    def zero_grad(self):
        for p in self.parameters():
            p.grad[...] = 0

    def __call__(self, x):
        return self.forward(x)


class Dense(Module):
    def __init__(self, nin, nout, bias=True):
        k = 1 / np.sqrt(nin)
        self.weight = Parameter(np.random.uniform(-k, k, (nout, nin)))
        self.bias = Parameter(np.random.uniform(-k, k, nout)) if bias else None

    def forward(self, x):
        self._x = x
        y = x @ self.weight.data.T
        return y if self.bias is None else y + self.bias.data

    def backward(self, gy):
        self.weight.grad += gy.T @ self._x
        if self.bias is not None:
            self.bias.grad += gy.sum(0)
        return gy @ self.weight.data


class SiLU(Module):
    def forward(self, x):
        self._x, self._s = x, 1 / (1 + np.exp(-x))
        return x * self._s

    def backward(self, gy):
        return gy * self._s * (1 + self._x * (1 - self._s))


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


class CrossEntropyLoss:
    def __call__(self, logits, target):
        z = logits - logits.max(1, keepdims=True)
        self.logp = z - np.log(np.exp(z).sum(1, keepdims=True))
        self.t = target
        return -self.logp[np.arange(len(target)), target].mean()

    def backward(self):
        g = np.exp(self.logp)
        g[np.arange(len(self.t)), self.t] -= 1
        return g / len(self.t)


class SGD:
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            p.data -= self.lr * p.grad


def train_epoch(model, criterion, opt, batches):
    running = 0.0
    model.zero_grad()
    for xb, yb in batches:
        loss = criterion(model(xb), yb)
        model.backward(criterion.backward())
        opt.step()
        running += loss
    return running / len(batches)


if __name__ == "__main__":
    np.random.seed(0)
    t = np.random.rand(200) * 4
    y = np.random.randint(0, 2, 200)
    X = np.stack([t * np.cos(t + np.pi * y), t * np.sin(t + np.pi * y)], 1) / 2 + 0.05 * np.random.randn(200, 2)
    net = Sequential(Dense(2, 24), SiLU(), Dense(24, 24), SiLU(), Dense(24, 2, bias=False))
    crit = CrossEntropyLoss()
    opt = SGD(net.parameters(), lr=0.05)
    for ep in range(60):
        order = np.random.permutation(200)
        batches = [(X[i], y[i]) for i in np.split(order, 10)]
        l = train_epoch(net, crit, opt, batches)
        if ep % 10 == 0:
            print(f"ep {ep} loss {l:.4f} acc {(net(X).argmax(1) == y).mean():.2f}")
