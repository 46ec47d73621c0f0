"""A small neural network library: layers, losses, an optimizer and a trainer."""
import numpy as np


class Dense:
    def __init__(self, n_in, n_out, rng):
        self.W = rng.standard_normal((n_in, n_out)) * np.sqrt(1.0 / n_in)
        self.b = np.zeros(n_out)
        self.dW = np.zeros_like(self.W)
        self.db = np.zeros_like(self.b)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad):
        self.dW = self.x.T @ grad
        self.db = grad.sum(axis=0)
        return grad @ self.W.T


class ReLU:
    def forward(self, x):
        self.mask = x > 0
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


class Tanh:
    def forward(self, x):
        self.out = np.tanh(x)
        return self.out

    def backward(self, grad):
        return grad * (1.0 - self.out ** 2)


class SoftmaxCrossEntropy:
    def forward(self, logits, labels):
        shifted = logits - logits.max(axis=1, keepdims=True)
        exps = np.exp(shifted)
        self.probs = exps / exps.sum(axis=1, keepdims=True)
        self.labels = labels
        n = len(labels)
        return -np.log(self.probs[np.arange(n), labels] + 1e-15).mean()

    def backward(self):
        n = len(self.labels)
        grad = self.probs.copy()
        grad[np.arange(n), self.labels] -= 1.0
        return grad / n


class Network:
    def __init__(self, layers):
        self.layers = layers

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, grad):
        for layer in reversed(self.layers):
            grad = layer.backward(grad)

    def dense_layers(self):
        return [layer for layer in self.layers if isinstance(layer, Dense)]

    def predict(self, x):
        return self.forward(x).argmax(axis=1)


class SGD:
    def __init__(self, network, lr=0.1, momentum=0.9, weight_decay=1e-4):
        self.dense = network.dense_layers()
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.vW = [np.zeros_like(d.W) for d in self.dense]
        self.vb = [np.zeros_like(d.b) for d in self.dense]

    def penalty(self):
        return 0.5 * self.weight_decay * sum((d.W ** 2).sum() for d in self.dense)

    def step(self):
        for i, d in enumerate(self.dense):
            gW = d.dW + self.weight_decay * d.W
            self.vW[i] = self.momentum * self.vW[i] - self.lr * gW
            self.vb[i] = self.momentum * self.vb[i] - self.lr * d.db
            d.W += self.vW[i]
            d.b += self.vb[i]


class Trainer:
    def __init__(self, network, loss, optimizer, batch_size=32):
        self.network, self.loss, self.optimizer = network, loss, optimizer
        self.batch_size = batch_size

    def train_batch(self, x, y):
        value = self.loss.forward(self.network.forward(x), y) + self.optimizer.penalty()
        self.network.backward(self.loss.backward())
        self.optimizer.step()
        return value

    def fit(self, X, Y, epochs, rng):
        for epoch in range(epochs):
            order = rng.permutation(len(X))
            total = 0.0
            for start in range(0, len(X), self.batch_size):
                idx = order[start:start + self.batch_size]
                total += self.train_batch(X[idx], Y[idx]) * len(idx)
            if epoch % 10 == 0:
                print(f"epoch {epoch:3d}  loss {total / len(X):.4f}")


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.standard_normal((300, 2))
    Y = (X[:, 0] * X[:, 1] > 0).astype(int) + (X[:, 0] > 1)
    net = Network([Dense(2, 16, rng), ReLU(), Dense(16, 8, rng), Tanh(), Dense(8, 3, rng)])
    trainer = Trainer(net, SoftmaxCrossEntropy(), SGD(net, lr=0.05))
    trainer.fit(X, Y, 50, rng)
    print("accuracy", (net.predict(X) == Y).mean())
