"""A tiny clone of torch.nn / torch.optim in pure numpy."""
import numpy as np


class Parameter:
    def __init__(self, value):
        self.data = value
        self.grad = np.zeros_like(value)


class Module:
    def parameters(self):
        for v in self.__dict__.values():
            if isinstance(v, Parameter):
                yield v
            elif isinstance(v, Module):
                yield from v.parameters()
            elif isinstance(v, (list, tuple)):
                for m in v:
                    if isinstance(m, Module):
                        yield from m.parameters()

    def __call__(self, *args):
        return self.forward(*args)


class Linear(Module):
    def __init__(self, in_features, out_features):
        k = 1 / np.sqrt(in_features)
        self.weight = Parameter(np.random.uniform(-k, k, (out_features, in_features)))
        self.bias = Parameter(np.random.uniform(-k, k, out_features))

    def forward(self, input):
        self.input = input
        return input @ self.weight.data.T + self.bias.data

    def backward(self, grad_output):
        self.weight.grad += grad_output.T @ self.input
        self.bias.grad += grad_output.sum(0)
        return grad_output @ self.weight.data


class SiLU(Module):
    def forward(self, input):
        self.sig = 1 / (1 + np.exp(-input))
        self.output = input * self.sig
        return self.output

    def backward(self, grad_output):
        return grad_output * self.sig * (1 + self.output * (1 - self.sig))


class Sequential(Module):
    def __init__(self, *modules):
        self.modules = modules

    def forward(self, x):
        for m in self.modules:
            x = m(x)
        return x

    def backward(self, g):
        for m in self.modules[::-1]:
            g = m.backward(g)
        return g


class MSELoss(Module):
    def forward(self, pred, target):
        self.diff = pred - target
        return np.mean(self.diff ** 2)

    def backward(self):
        return 2 * self.diff / self.diff.size


class SGD:
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params = list(params)
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay
        self.bufs = [np.zeros_like(p.data) for p in self.params]

    def zero_grad(self):
        for p in self.params:
            p.grad.fill(0)

    def step(self):
        for p, buf in zip(self.params, self.bufs):
            d = p.grad + self.weight_decay * p.data
            buf[...] = self.momentum * buf + d
            p.data -= self.lr * buf


if __name__ == "__main__":
    np.random.seed(0)
    x = np.random.uniform(-2, 2, (128, 2))
    y = np.column_stack([np.sin(x[:, 0]) * x[:, 1], x[:, 0] ** 2 / 2])
    model = Sequential(Linear(2, 16), SiLU(), Linear(16, 16), SiLU(), Linear(16, 8), SiLU(), Linear(8, 2))
    criterion = MSELoss()
    optimizer = SGD(model.parameters(), lr=0.05, momentum=0.9, weight_decay=1e-4)
    for epoch in range(200):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        model.backward(criterion.backward())
        optimizer.step()
        if epoch % 50 == 0:
            print(f"[{epoch}] loss={loss:.4f}")
