# A small framework of layer objects, and below it the training of one network, in main(); nothing here knows crosscheck.
import numpy as np


class Parameter:
    def __init__(self, data):
        self.data = data
        self.grad = np.zeros_like(data)


class Linear:
    def __init__(self, n_in, n_out, rng):
        self.W = Parameter(rng.normal(0, n_in ** -0.5, (n_in, n_out)))
        self.b = Parameter(np.zeros(n_out))
        self.parameters = [self.W, self.b]

    def forward(self, x):
        self.x = x
        return x @ self.W.data + self.b.data

    def backward(self, grad):
        self.W.grad += self.x.T @ grad
        self.b.grad += grad.sum(axis=0)
        return grad @ self.W.data.T


class Tanh:
    parameters = []

    def forward(self, x):
        self.out = np.tanh(x)
        return self.out

    def backward(self, grad):
        return grad * (1 - self.out ** 2)


class Momentum:
    def __init__(self, parameters, lr, mu):
        self.parameters, self.lr, self.mu = parameters, lr, mu
        self.velocities = [np.zeros_like(p.data) for p in parameters]

    def zero_grad(self):
        for p in self.parameters:
            p.grad[...] = 0

    def step(self):
        for p, v in zip(self.parameters, self.velocities):
            v *= self.mu
            v += p.grad
            p.data -= self.lr * v


def cross_entropy(scores, labels):
    n = np.arange(len(labels))
    scores = scores - scores.max(axis=1, keepdims=True)
    probs = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    loss = -np.log(probs[n, labels]).mean()
    probs[n, labels] -= 1
    return loss, probs / len(labels)


def main(epochs=200, batch_size=32):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(150, 2))
    labels = (X[:, 0] > 0).astype(int) + (X[:, 1] > 0.5)
    layers = [Linear(2, 16, rng), Tanh(), Linear(16, 12, rng), Tanh(), Linear(12, 3, rng)]
    optimizer = Momentum([p for layer in layers for p in layer.parameters], lr=0.05, mu=0.9)

    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            batch = order[i:i + batch_size]
            out = X[batch]
            for layer in layers:
                out = layer.forward(out)
            loss, grad = cross_entropy(out, labels[batch])
            optimizer.zero_grad()
            for layer in reversed(layers):
                grad = layer.backward(grad)
            optimizer.step()
        if epoch % 50 == 0:
            print(epoch, loss)


if __name__ == "__main__":
    main()
