# Building blocks: layers with forward() and backward()
import numpy as np

np.random.seed(0)


class Linear:
    def __init__(self, nin, nout):
        self.W = np.random.randn(nin, nout) * (1.0 / nin) ** 0.5
        self.b = np.zeros(nout)
        self.dW = np.zeros_like(self.W)
        self.db = np.zeros_like(self.b)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad):
        self.dW += self.x.T @ grad
        self.db += grad.sum(0)
        return grad @ self.W.T

    def zero_grad(self):
        self.dW[...] = 0
        self.db[...] = 0

    def sgd(self, lr):
        self.W -= lr * self.dW
        self.b -= lr * self.db


class GELU:
    c = np.sqrt(2 / np.pi)

    def forward(self, x):
        self.x = x
        self.t = np.tanh(self.c * (x + 0.044715 * x ** 3))
        return 0.5 * x * (1 + self.t)

    def backward(self, grad):
        x, t = self.x, self.t
        du = self.c * (1 + 3 * 0.044715 * x ** 2)
        return grad * (0.5 * (1 + t) + 0.5 * x * (1 - t ** 2) * du)

    def zero_grad(self):
        pass

    def sgd(self, lr):
        pass


class SoftmaxCrossEntropy:
    def forward(self, logits, labels):
        s = logits - logits.max(1, keepdims=True)
        logp = s - np.log(np.exp(s).sum(1, keepdims=True))
        self.p, self.labels = np.exp(logp), labels
        return -logp[np.arange(len(labels)), labels].mean()

    def backward(self):
        g = self.p.copy()
        g[np.arange(len(self.labels)), self.labels] -= 1
        return g / len(self.labels)


def spiral(n, k):
    xs, ys = [], []
    for c in range(k):
        r = np.linspace(0.1, 1, n)
        a = np.linspace(c * 4, (c + 1) * 4, n) + np.random.randn(n) * 0.2
        xs.append(np.c_[r * np.sin(a), r * np.cos(a)])
        ys.append(np.full(n, c))
    return np.vstack(xs), np.concatenate(ys)


X, labels = spiral(40, 3)
net = [Linear(2, 16), GELU(), Linear(16, 12), GELU(), Linear(12, 3)]
criterion = SoftmaxCrossEntropy()
batch_size = 20
lr = 0.1
n_epochs = 100

for epoch in range(n_epochs):
    perm = np.random.permutation(len(X))
    for layer in net:
        layer.zero_grad()
    running = 0.0
    for start in range(0, len(X), batch_size):
        idx = perm[start:start + batch_size]
        out = X[idx]
        for layer in net:
            out = layer.forward(out)
        running += criterion.forward(out, labels[idx]) * len(idx)
        grad = criterion.backward()
        for layer in reversed(net):
            grad = layer.backward(grad)
        for layer in net:
            layer.sgd(lr)
    if epoch % 20 == 0:
        print("epoch", epoch, "loss", running / len(X))
