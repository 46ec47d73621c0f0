"""nnlayers - a tiny deep learning course library (lesson 4: spirals)"""
import numpy as np


class Linear:
    def __init__(self, n_in, n_out, rng):
        self.weight = rng.normal(0.0, np.sqrt(2.0 / n_in), size=(n_out, n_in))
        self.bias = np.zeros(n_out)
        self.vw = np.zeros_like(self.weight)
        self.vb = np.zeros_like(self.bias)

    def forward(self, x):
        self.x = x
        return x @ self.weight.T + self.bias

    def backward(self, grad):
        self.dweight = grad.T @ self.x
        self.dbias = grad.sum(axis=0)
        return grad @ self.weight

    def step(self, lr, mu):
        self.vw = mu * self.vw - lr * self.dweight
        self.vb = mu * self.vb - lr * self.dbias
        self.weight += self.vw
        self.bias += self.vb


class LeakyReLU:
    def __init__(self, slope=0.1):
        self.slope = slope

    def forward(self, x):
        self.out = np.where(x > 0, x, self.slope * x)
        return self.out

    def backward(self, grad):
        return grad * np.where(self.out > 0, 1.0, self.slope)

    def step(self, lr, mu):
        pass


class SoftmaxCrossEntropy:
    def forward(self, logits, labels):
        shifted = logits - logits.max(axis=1, keepdims=True)
        self.logp = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.labels = labels
        return -self.logp[np.arange(len(labels)), labels].mean()

    def backward(self):
        n = len(self.labels)
        g = np.exp(self.logp)
        g[np.arange(n), self.labels] -= 1
        return g / n


class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, grad):
        for layer in reversed(self.layers):
            grad = layer.backward(grad)
        return grad

    def step(self, lr, mu):
        for layer in self.layers:
            layer.step(lr, mu)


def make_spirals(n_per_class, rng, classes=3):
    xs, ys = [], []
    for c in range(classes):
        r = np.linspace(0.05, 1, n_per_class)
        t = np.linspace(c * 4, (c + 1) * 4, n_per_class) + rng.normal(0, 0.2, n_per_class)
        xs.append(np.c_[r * np.sin(t), r * np.cos(t)])
        ys.append(np.full(n_per_class, c))
    return np.vstack(xs), np.concatenate(ys)


if __name__ == "__main__":
    rng = np.random.default_rng(4)
    X, y = make_spirals(60, rng)
    net = Sequential(Linear(2, 32, rng), LeakyReLU(), Linear(32, 16, rng), LeakyReLU(), Linear(16, 3, rng))
    criterion = SoftmaxCrossEntropy()
    for epoch in range(401):
        loss = criterion.forward(net.forward(X), y)
        net.backward(criterion.backward())
        net.step(lr=0.1, mu=0.9)
        if epoch % 100 == 0:
            acc = (net.forward(X).argmax(axis=1) == y).mean()
            print("epoch %3d  loss %.4f  acc %.3f" % (epoch, loss, acc))
