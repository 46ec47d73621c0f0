# Build your own mini framework, lesson 3: modules with forward() and backward().
import numpy as np

rng = np.random.default_rng(7)
C = np.sqrt(2 / np.pi)


class Linear:
    def __init__(self, n_in, n_out):
        self.weight = rng.uniform(-1, 1, (n_out, n_in)) * np.sqrt(3 / n_in)
        self.bias = np.zeros(n_out)

    def __call__(self, x):
        self.x = x
        return x @ self.weight.T + self.bias

    def backward(self, g):
        self.weight_grad = g.T @ self.x
        self.bias_grad = g.sum(axis=0)
        return g @ self.weight

    def parameters(self):
        return [(self.weight, self.weight_grad), (self.bias, self.bias_grad)]


class GELU:
    """tanh form"""

    def __call__(self, x):
        self.x = x
        self.t = np.tanh(C * (x + 0.044715 * x ** 3))
        return 0.5 * x * (1 + self.t)

    def backward(self, g):
        x, t = self.x, self.t
        inner = C * (1 + 3 * 0.044715 * x ** 2)
        return g * (0.5 * (1 + t) + 0.5 * x * (1 - t ** 2) * inner)

    def parameters(self):
        return []


class MSELoss:
    """mean over all elements"""

    def __call__(self, pred, target):
        self.diff = pred - target
        return np.mean(self.diff ** 2)

    def backward(self):
        return 2 * self.diff / self.diff.size


class Sequential:
    def __init__(self, *modules):
        self.modules = modules

    def __call__(self, x):
        for m in self.modules:
            x = m(x)
        return x

    def backward(self, g):
        for m in self.modules[::-1]:
            g = m.backward(g)

    def step(self, lr):
        for m in self.modules:
            for p, g in m.parameters():
                p -= lr * g


def build(n_in=2, width=8, n_out=2, hidden=4):
    mods = []
    for _ in range(hidden):
        mods += [Linear(n_in, width), GELU()]
        n_in = width
    mods.append(Linear(n_in, n_out))
    return Sequential(*mods)


if __name__ == "__main__":
    net, criterion = build(), MSELoss()
    x = rng.uniform(-1, 1, (128, 2))
    target = np.stack([np.sin(3 * x[:, 0]), x[:, 0] * x[:, 1]], axis=1)
    for epoch in range(200):
        for i in range(0, 128, 16):
            loss = criterion(net(x[i:i + 16]), target[i:i + 16])
            net.backward(criterion.backward())
            net.step(0.1)
        if epoch % 40 == 0:
            print(epoch, criterion(net(x), target))
