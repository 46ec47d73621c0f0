"""tinytorch: learning how pytorch works by writing my own (very small) one"""
import numpy as np


class Parameter:
    def __init__(self, data):
        self.data = data
        self.grad = np.zeros_like(data)


class Module:
    def parameters(self):
        return []

    def __call__(self, x):
        return self.forward(x)


class Linear(Module):
    def __init__(self, in_features, out_features, bias=True):
        k = 1.0 / np.sqrt(in_features)
        self.weight = Parameter(np.random.uniform(-k, k, (out_features, in_features)))
        self.bias = Parameter(np.random.uniform(-k, k, out_features)) if bias else None

    def forward(self, x):
        self.x = x
        out = x @ self.weight.data.T
        if self.bias is not None:
            out = out + self.bias.data
        return out

    def backward(self, grad):
        self.weight.grad += grad.T @ self.x
        if self.bias is not None:
            self.bias.grad += grad.sum(axis=0)
        return grad @ self.weight.data

    def parameters(self):
        return [self.weight] + ([self.bias] if self.bias is not None else [])


class GELU(Module):
    C = np.sqrt(2 / np.pi)

    def forward(self, x):
        self.x = x
        self.t = np.tanh(self.C * (x + 0.044715 * x ** 3))
        return 0.5 * x * (1 + self.t)

    def backward(self, grad):
        du = self.C * (1 + 3 * 0.044715 * self.x ** 2)
        return grad * (0.5 * (1 + self.t) + 0.5 * self.x * (1 - self.t ** 2) * du)


class Sequential(Module):
    def __init__(self, *mods):
        self.mods = mods

    def forward(self, x):
        for mod in self.mods:
            x = mod(x)
        return x

    def backward(self, grad):
        for mod in self.mods[::-1]:
            grad = mod.backward(grad)
        return grad

    def parameters(self):
        return [p for mod in self.mods for p in mod.parameters()]


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


class SGD:
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0):
        self.params, self.lr, self.mu, self.wd = list(params), lr, momentum, weight_decay
        self.buf = [np.zeros_like(p.data) for p in self.params]

    def zero_grad(self):
        for p in self.params:
            p.grad[...] = 0

    def step(self):
        for i, p in enumerate(self.params):
            g = p.grad + self.wd * p.data
            self.buf[i] = self.mu * self.buf[i] + g
            p.data -= self.lr * self.buf[i]


if __name__ == "__main__":
    np.random.seed(0)
    x = np.random.randn(128, 3)
    y = (x[:, 0] * x[:, 1] > 0).astype(int) + (x[:, 2] > 1)
    model = Sequential(Linear(3, 10), GELU(), Linear(10, 10, bias=False), GELU(), Linear(10, 3))
    criterion, opt = CrossEntropyLoss(), SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4)
    for step in range(200):
        b = np.random.choice(128, 32, replace=False)
        opt.zero_grad()
        loss = criterion(model(x[b]), y[b])
        model.backward(criterion.backward())
        opt.step()
        if step % 40 == 0:
            print(f"step {step} loss {loss.item():.4f}")
