"""
Group project "MiniTorch" - Group 7
  Layers: Wei        Loss: Tomasz        Trainer: Aisha
Plain mini-batch SGD, cross-entropy averaged over the batch.
"""
import math
import numpy as np


# ---------------------------------------------------------------- layers (Wei)
class Linear:
    def __init__(self, nin, nout):
        bound = math.sqrt(3.0 / nin)
        self.W = np.random.uniform(-bound, bound, size=(nin, nout))
        self.b = np.zeros(nout)
        self.dW = np.zeros_like(self.W)
        self.db = np.zeros_like(self.b)

    def __call__(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        # accumulate like PyTorch does, see zero_grad()
        self.dW += self.x.T @ dout
        self.db += dout.sum(axis=0)
        return dout @ self.W.T

    def zero_grad(self):
        self.dW = np.zeros_like(self.W)

    def step(self, lr):
        self.W -= lr * self.dW
        self.b -= lr * self.db


class GELU:
    c = math.sqrt(2 / math.pi)

    def __call__(self, x):
        self.x = x
        self.t = np.tanh(self.c * x + 0.044715 * x ** 3)
        return 0.5 * x * (1 + self.t)

    def backward(self, dout):
        x, t = self.x, self.t
        du = self.c * (1 + 3 * 0.044715 * x ** 2)
        return dout * (0.5 * (1 + t) + 0.5 * x * (1 - t ** 2) * du)

    def zero_grad(self):
        pass

    def step(self, lr):
        pass


# ---------------------------------------------------------------- loss (Tomasz)
class SoftmaxCrossEntropy:
    def __call__(self, logits, labels):
        exps = np.exp(logits - np.max(logits, axis=1, keepdims=True))
        self.probs = exps / np.sum(exps, axis=1, keepdims=True)
        self.labels = labels
        n = logits.shape[0]
        return -np.log(self.probs[range(n), labels]).mean()

    def backward(self):
        n = self.probs.shape[0]
        d = self.probs.copy()
        d[range(n), self.labels] -= 1
        return d / n


# ---------------------------------------------------------------- trainer (Aisha)
class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def __call__(self, x):
        for l in self.layers:
            x = l(x)
        return x

    def backward(self, d):
        for l in self.layers[::-1]:
            d = l.backward(d)


class Trainer:
    def __init__(self, net, loss, lr):
        self.net, self.loss, self.lr = net, loss, lr

    def train_batch(self, xb, yb):
        for l in self.net.layers:
            l.zero_grad()
        value = self.loss(self.net(xb), yb)
        self.net.backward(self.loss.backward())
        for l in self.net.layers:
            l.step(self.lr)
        return value


if __name__ == "__main__":
    np.random.seed(5)
    X = np.random.randn(128, 2)
    y = (np.abs(X[:, 0]) + np.abs(X[:, 1]) > 1.3).astype(int) + (X[:, 0] > 1.0)
    net = Sequential(Linear(2, 10), GELU(), Linear(10, 10), GELU(), Linear(10, 8), GELU(),
                     Linear(8, 8), GELU(), Linear(8, 3))
    trainer = Trainer(net, SoftmaxCrossEntropy(), lr=0.02)
    for epoch in range(40):
        running = 0.0
        for i in range(0, 128, 16):
            running += trainer.train_batch(X[i:i + 16], y[i:i + 16]) * 16
        if epoch % 10 == 0:
            print(f"epoch {epoch}: loss {running / 128:.4f}")
    print("acc", (net(X).argmax(1) == y).mean())
