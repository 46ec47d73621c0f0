"""
NumPy-NN: a small layer library.
    python net_01.py
Samples are stored as columns.
"""
import numpy as np


class Layer:
    trainable = False

    def Forward(self, X):
        raise NotImplementedError

    def Backward(self, dY):
        raise NotImplementedError


class Dense(Layer):
    trainable = True

    def __init__(self, nIn, nOut, rng):
        self.W = rng.normal(0, np.sqrt(2.0 / nIn), (nOut, nIn))
        self.b = np.zeros((nOut, 1))

    def Forward(self, X):
        self.X = X
        return self.W @ X + self.b

    def Backward(self, dY):
        self.dW = dY @ self.X.T
        self.db = dY.sum(axis=1, keepdims=True)
        return self.W.T @ dY

    def Step(self, lr):
        self.W -= lr * self.dW
        self.b -= lr * self.db


class Swish(Layer):
    def Forward(self, X):
        self.S = 1 / (1 + np.exp(-X))
        self.Y = X * self.S
        return self.Y

    def Backward(self, dY):
        return dY * (self.Y + self.S * (1 - self.Y))


class Tanh(Layer):
    def Forward(self, X):
        self.Y = np.tanh(X)
        return self.Y

    def Backward(self, dY):
        return dY * (1 - self.Y ** 2)


class SoftmaxCrossEntropy:
    def Forward(self, logits, labels):
        z = logits - logits.max(axis=0)
        self.P = np.exp(z) / np.exp(z).sum(axis=0)
        self.labels = labels
        n = labels.shape[0]
        return -np.log(self.P[labels, np.arange(n)]).mean()

    def Backward(self):
        n = self.labels.shape[0]
        G = self.P.copy()
        G[self.labels, np.arange(n)] -= 1
        return G / n


class Network:
    def __init__(self, layers):
        self.layers = layers
        self.criterion = SoftmaxCrossEntropy()

    def Predict(self, X):
        for layer in self.layers:
            X = layer.Forward(X)
        return X

    def TrainStep(self, X, labels, lr):
        loss = self.criterion.Forward(self.Predict(X), labels)
        grad = self.criterion.Backward()
        for layer in reversed(self.layers):
            grad = layer.Backward(grad)
        for layer in self.layers:
            if layer.trainable:
                layer.Step(lr)
        return loss


def MakeSpirals(n, k, rng):
    X, t = [], []
    for c in range(k):
        r = np.linspace(0.1, 1, n)
        a = np.linspace(c * 4, c * 4 + 3, n) + rng.normal(0, 0.15, n)
        X.append(np.stack([r * np.sin(a), r * np.cos(a)]))
        t += [c] * n
    return np.concatenate(X, axis=1), np.array(t)


if __name__ == "__main__":
    rng = np.random.default_rng(7)
    X, t = MakeSpirals(60, 3, rng)
    net = Network([Dense(2, 24, rng), Swish(), Dense(24, 16, rng), Tanh(), Dense(16, 3, rng)])
    for epoch in range(1501):
        loss = net.TrainStep(X, t, 0.3)
        if epoch % 300 == 0:
            acc = (net.Predict(X).argmax(axis=0) == t).mean()
            print("epoch %4d  loss %.4f  acc %.3f" % (epoch, loss, acc))
