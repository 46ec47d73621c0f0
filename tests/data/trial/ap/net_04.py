"""tinygrad-ish playground: stack of modules, each one knows how to go back."""
import numpy as np


class Module:
    def forward(self, x):
        raise NotImplementedError

    def backward(self, grad, lr):
        raise NotImplementedError


class Dense(Module):
    def __init__(self, nin: int, nout: int, rng: np.random.Generator):
        self.W = rng.standard_normal((nin, nout)) * np.sqrt(2 / nin)
        self.b = np.zeros((1, nout))

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad, lr):
        dW = self.x.T @ grad
        db = grad.sum(axis=0, keepdims=True)
        self.W -= lr * dW
        self.b -= lr * db
        return grad @ self.W.T


class LeakyReLU(Module):
    def __init__(self, slope=0.1):
        self.slope = slope

    def forward(self, x):
        self.pos = x > 0
        return np.where(self.pos, x, self.slope * x)

    def backward(self, grad, lr):
        return np.where(self.pos, grad, self.slope * grad)


class BCEWithLogits:
    def forward(self, logits, y):
        self.logits, self.y = logits, y
        return np.mean(np.logaddexp(0, logits) - y * logits)

    def backward(self):
        p = 1 / (1 + np.exp(-self.logits))
        return (p - self.y) / self.y.size


class Sequential:
    def __init__(self, *mods):
        self.mods = mods
        self.crit = BCEWithLogits()

    def __call__(self, x):
        for m in self.mods:
            x = m.forward(x)
        return x

    def train_batch(self, x, y, lr=0.3):
        loss = self.crit.forward(self(x), y)
        g = self.crit.backward()
        for m in reversed(self.mods):
            g = m.backward(g, lr)
        return loss


def rings(n, rng):
    r = np.concatenate([rng.normal(0.5, .1, n // 2), rng.normal(1.3, .1, n // 2)])
    a = rng.uniform(0, 2 * np.pi, n)
    y = (np.arange(n) >= n // 2).astype(float)[:, None]
    return np.c_[r * np.cos(a), r * np.sin(a)], y


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X, Y = rings(200, rng)
    model = Sequential(Dense(2, 12, rng), LeakyReLU(), Dense(12, 8, rng), LeakyReLU(), Dense(8, 1, rng))
    for ep in range(50):
        order = rng.permutation(len(X))
        tot = 0.0
        for s in range(0, len(X), 25):
            idx = order[s:s + 25]
            tot += model.train_batch(X[idx], Y[idx])
        if ep % 10 == 0:
            print(f"epoch {ep:3d} loss {tot / 8:.4f} acc {np.mean((model(X) > 0) == Y):.3f}")
