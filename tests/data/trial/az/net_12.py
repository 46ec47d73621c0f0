import numpy as np


class Param:
    def __init__(self, data):
        self.data = data
        self.grad = np.zeros_like(data)


class Linear:
    def __init__(self, nin, nout, rng):
        self.W = Param(rng.normal(size=(nin, nout)) * (1.0 / nin) ** .5)
        self.b = Param(np.zeros(nout))

    def __call__(self, x):
        self.x = x
        return x @ self.W.data + self.b.data

    def back(self, g):
        self.W.grad += self.x.T @ g
        self.b.grad += g.sum(0)
        return g @ self.W.data.T

    def params(self):
        return [self.W, self.b]


class Softplus:
    def __call__(self, x):
        self.x = x
        return np.logaddexp(0.0, x)

    def back(self, g):
        return g / (1.0 + np.exp(-self.x))

    def params(self):
        return []


class MLP:
    def __init__(self, *sizes, seed=0):
        rng = np.random.default_rng(seed)
        self.mods = []
        for i in range(len(sizes) - 1):
            self.mods.append(Linear(sizes[i], sizes[i + 1], rng))
            if i < len(sizes) - 2:
                self.mods.append(Softplus())

    def __call__(self, x):
        for m in self.mods:
            x = m(x)
        return x

    def back(self, g):
        for m in self.mods[::-1]:
            g = m.back(g)

    def params(self):
        return [p for m in self.mods for p in m.params()]


def zero_grad(params):
    for p in params:
        p.grad[...] = 0


def sgd(params, lr):
    for p in params:
        p.data -= lr * p.grad


def fit(net, X, Y, epochs=30, bs=16, lr=0.02, shuffle=True, log=True):
    rng = np.random.default_rng(99)
    for ep in range(epochs):
        order = rng.permutation(len(X)) if shuffle else np.arange(len(X))
        total = 0.0
        zero_grad(net.params())
        for s in range(0, len(X), bs):
            xb, yb = X[order[s:s + bs]], Y[order[s:s + bs]]
            out = net(xb)
            # squared error summed over outputs, averaged over the batch
            loss = ((out - yb) ** 2).sum(1).mean()
            net.back(2 * (out - yb) / len(xb))
            sgd(net.params(), lr)
            total += loss * len(xb)
        if log and ep % 5 == 0:
            print("epoch", ep, "loss", total / len(X))


if __name__ == "__main__":
    r = np.random.default_rng(5)
    X = r.normal(size=(100, 3))
    Y = np.c_[X[:, 0] - X[:, 1] ** 2, np.tanh(X[:, 2])]
    fit(MLP(3, 10, 8, 2), X, Y)
