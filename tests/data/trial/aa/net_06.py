import numpy as np

rng = np.random.default_rng(42)


class Parameter:
    def __init__(self, value):
        self.value = value
        self.grad = np.zeros_like(value)


class Module:
    def params(self):
        return []


class Linear(Module):
    def __init__(self, n_in, n_out):
        self.W = Parameter(rng.standard_normal((n_in, n_out)) / np.sqrt(n_in))
        self.b = Parameter(np.zeros(n_out))

    def __call__(self, x):
        self.x = x
        return x @ self.W.value + self.b.value

    def backward(self, g):
        self.W.grad += self.x.T @ g
        self.b.grad += g.sum(axis=0)
        return g @ self.W.value.T

    def params(self):
        return [self.W, self.b]


class LeakyReLU(Module):
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, x):
        self.factor = np.where(x > 0, 1.0, self.slope)
        return x * self.factor

    def backward(self, g):
        return g * self.factor


class MSELoss:
    def __call__(self, pred, target):
        self.diff = pred - target
        return np.mean(self.diff ** 2)

    def backward(self):
        return 2 * self.diff / self.diff.size


class Sequential(Module):
    def __init__(self, *mods):
        self.mods = mods

    def __call__(self, x):
        for m in self.mods:
            x = m(x)
        return x

    def backward(self, g):
        for m in reversed(self.mods):
            g = m.backward(g)

    def params(self):
        return [p for m in self.mods for p in m.params()]


class SGD:
    def __init__(self, params, lr):
        self.params, self.lr = params, lr

    def zero_grad(self):
        for p in self.params:
            p.grad[...] = 0.0

    def step(self):
        for p in self.params:
            p.value -= self.lr * p.grad


def fit(net, X, Y, epochs=50, batch_size=16, lr=0.02):
    crit, opt = MSELoss(), SGD(net.params(), lr)
    for epoch in range(epochs):
        idx = rng.permutation(len(X))
        total = 0.0
        opt.zero_grad()
        for i in range(0, len(X), batch_size):
            j = idx[i:i + batch_size]
            total += crit(net(X[j]), Y[j]) * len(j)
            net.backward(crit.backward())
            opt.step()
        if epoch % 10 == 0:
            print(f"[{epoch:3d}] mse {total / len(X):.5f}")
    return net


if __name__ == "__main__":
    X = rng.uniform(-1, 1, (128, 3))
    Y = np.column_stack([np.sin(2 * X[:, 0]) + X[:, 1], X[:, 1] * X[:, 2]])
    net = Sequential(Linear(3, 16), LeakyReLU(0.1), Linear(16, 16), LeakyReLU(0.1),
                     Linear(16, 8), LeakyReLU(0.1), Linear(8, 2))
    fit(net, X, Y)
