import numpy as np


class Parameter:
    def __init__(self, data):
        self.data = data
        self.grad = np.zeros_like(data)


class Fc:
    def __init__(self, rng, i, o):
        self.W = Parameter(rng.standard_normal((i, o)) * np.sqrt(1.0 / i))
        self.b = Parameter(np.zeros(o))

    def fwd(self, x):
        self.inp = x
        return np.dot(x, self.W.data) + self.b.data

    def bwd(self, dout):
        self.W.grad += np.dot(self.inp.T, dout)
        self.b.grad += np.sum(dout, axis=0)
        return np.dot(dout, self.W.data.T)

    def parameters(self):
        return {"W": self.W, "b": self.b}


class Elu:
    def __init__(self, alpha=1.0):
        self.alpha = alpha

    def fwd(self, x):
        self.inp = x
        self.out = np.where(x > 0, x, self.alpha * (np.exp(np.minimum(x, 0)) - 1))
        return self.out

    def bwd(self, dout):
        return dout * np.where(self.inp > 0, 1.0, self.out + 1.0)

    def parameters(self):
        return {}


class Engine:
    def __init__(self, layers, lr):
        self.layers = layers
        self.lr = lr

    def predict(self, x):
        for layer in self.layers:
            x = layer.fwd(x)
        return x

    def loss(self, x, t):
        return np.sum((self.predict(x) - t) ** 2) / (2 * len(x))

    def zero_grad(self):
        for layer in self.layers:
            if "W" in layer.parameters():
                layer.W.grad[...] = 0

    def learn(self, x, t):
        self.zero_grad()
        out = self.predict(x)
        d = (out - t) / len(x)
        for layer in reversed(self.layers):
            d = layer.bwd(d)
        for layer in self.layers:
            for p in layer.parameters().values():
                p.data -= self.lr * p.grad


def make(seed=0, lr=0.02):
    rng = np.random.default_rng(seed)
    return Engine([Fc(rng, 1, 12), Elu(0.5), Fc(rng, 12, 8), Elu(0.5), Fc(rng, 8, 1)], lr)


def batches(x, t, size, rng):
    idx = rng.permutation(len(x))
    for s in range(0, len(x), size):
        sel = idx[s:s + size]
        yield x[sel], t[sel]


if __name__ == "__main__":
    rng = np.random.default_rng(9)
    x = np.linspace(-2, 2, 64)[:, None]
    t = np.cos(2 * x)
    net = make()
    for epoch in range(60):
        for xb, tb in batches(x, t, 16, rng):
            net.learn(xb, tb)
        if epoch % 20 == 0:
            print("epoch", epoch, "loss", net.loss(x, t))
