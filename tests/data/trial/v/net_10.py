# hw4: mini framework. Parameters hold .data and .grad, modules are chained.
import numpy as np


class Param:
    def __init__(self, data):
        self.data = data
        self.grad = np.zeros_like(data)


class Linear:
    def __init__(self, fan_in, fan_out, rng):
        self.W = Param(rng.standard_normal((fan_out, fan_in)) / np.sqrt(fan_in))
        self.b = Param(np.zeros(fan_out))

    def __call__(self, x):
        self.x = x
        return x @ self.W.data.T + self.b.data

    def backward(self, g):
        self.W.grad += g.T @ self.x
        self.b.grad += g.sum(axis=0)
        return g @ self.W.data

    def parameters(self):
        return [self.W, self.b]


class ELU:
    def __init__(self, alpha=1.0):
        self.alpha = alpha

    def __call__(self, x):
        self.x = x
        return np.where(x > 0, x, self.alpha * (np.exp(np.minimum(x, 0)) - 1))

    def backward(self, g):
        return g * np.where(self.x > 0, 1.0, self.alpha * np.exp(np.minimum(self.x, 0)))

    def parameters(self):
        return []


class CrossEntropyLoss:
    def __call__(self, logits, target):
        z = logits - logits.max(axis=1, keepdims=True)
        self.logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.target = target
        return -self.logp[np.arange(len(target)), target].mean()

    def backward(self):
        g = np.exp(self.logp)
        g[np.arange(len(self.target)), self.target] -= 1
        return g / len(self.target)


class MLP:
    def __init__(self, sizes, seed=0):
        rng = np.random.default_rng(seed)
        self.modules = []
        for i in range(len(sizes) - 1):
            self.modules.append(Linear(sizes[i], sizes[i + 1], rng))
            if i < len(sizes) - 2:
                self.modules.append(ELU())
        self.criterion = CrossEntropyLoss()

    def __call__(self, x):
        for m in self.modules:
            x = m(x)
        return x

    def backward(self):
        g = self.criterion.backward()
        for m in self.modules[::-1]:
            g = m.backward(g)

    def parameters(self):
        return [p for m in self.modules for p in m.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad[...] = 0

    def step(self, lr):
        for p in self.parameters():
            p.data -= lr * p.grad


def train(model, X, y, epochs=30, batch_size=25, lr=0.02, seed=0):
    rng = np.random.default_rng(seed)
    for epoch in range(epochs):
        perm = rng.permutation(len(X))
        total = 0.0
        model.zero_grad()
        for s in range(0, len(X), batch_size):
            idx = perm[s:s + batch_size]
            total += model.criterion(model(X[idx]), y[idx]) * len(idx)
            model.backward()
            model.step(lr)
        if epoch % 10 == 0:
            print(f'epoch {epoch}: loss {total / len(X):.4f}')


if __name__ == '__main__':
    rng = np.random.default_rng(5)
    X = rng.standard_normal((200, 4))
    y = (X[:, 0] * X[:, 1] > 0).astype(int) + (X[:, 2] > 0.5)
    model = MLP([4, 20, 10, 3])
    train(model, X, y)
    print('acc', (model(X).argmax(1) == y).mean())
