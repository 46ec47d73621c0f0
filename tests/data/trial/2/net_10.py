"""minitorch-ish: modules with forward/backward, an optimizer, a trainer."""
import numpy as np


class Module:
    def params(self):
        return []


class Parameter:
    def __init__(self, data):
        self.data = data
        self.grad = np.zeros_like(data)


class Linear(Module):
    def __init__(self, in_features, out_features, rng):
        k = 1.5 / np.sqrt(in_features)
        self.weight = Parameter(rng.uniform(-k, k, (out_features, in_features)))
        self.bias = Parameter(rng.uniform(-k, k, out_features))

    def forward(self, x):
        self.x = x
        return x @ self.weight.data.T + self.bias.data

    def backward(self, grad):
        self.weight.grad += grad.T @ self.x
        self.bias.grad += grad.sum(axis=0)
        return grad @ self.weight.data

    def params(self):
        return [self.weight, self.bias]


class Softplus(Module):
    def forward(self, x):
        self.x = x
        return np.logaddexp(0.0, x)

    def backward(self, grad):
        return grad / (1.0 + np.exp(-self.x))


class Sequential(Module):
    def __init__(self, *modules):
        self.modules = modules

    def forward(self, x):
        for m in self.modules:
            x = m.forward(x)
        return x

    def backward(self, grad):
        for m in reversed(self.modules):
            grad = m.backward(grad)

    def params(self):
        return [p for m in self.modules for p in m.params()]


class MSELoss:
    def __call__(self, pred, target):
        self.diff = pred - target
        return (self.diff ** 2).mean()

    def backward(self):
        return 2.0 * self.diff / self.diff.size


class SGD:
    def __init__(self, params, lr):
        self.params, self.lr = params, lr

    def zero_grad(self):
        for p in self.params:
            p.grad.fill(0.0)

    def step(self):
        for p in self.params:
            p.data -= self.lr * p.grad


class Trainer:
    def __init__(self, model, lr=0.05, batch_size=16):
        self.model = model
        self.criterion = MSELoss()
        self.optimizer = SGD(model.params(), lr)
        self.batch_size = batch_size

    def train_epoch(self, x, y):
        self.optimizer.zero_grad()
        losses = []
        for i in range(0, len(x), self.batch_size):
            xb, yb = x[i:i + self.batch_size], y[i:i + self.batch_size]
            losses.append(self.criterion(self.model.forward(xb), yb))
            self.model.backward(self.criterion.backward())
            self.optimizer.step()
        return np.mean(losses)


def build(rng):
    return Sequential(Linear(4, 10, rng), Softplus(), Linear(10, 10, rng), Softplus(),
                      Linear(10, 8, rng), Softplus(), Linear(8, 6, rng), Softplus(),
                      Linear(6, 1, rng))


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    x = rng.normal(size=(64, 4))
    y = (x[:, :1] * 0.7 - x[:, 1:2] * 0.3 + 0.2 * x[:, 2:3] ** 2)
    trainer = Trainer(build(rng))
    for epoch in range(1, 201):
        loss = trainer.train_epoch(x, y)
        if epoch % 40 == 0:
            print(f"Epoch {epoch}: loss {loss:.5f}")
