"""Spiral classifier: a small MLP class you can paste into a notebook.

Loss: softmax cross-entropy, averaged over the batch.
"""
import numpy as np


def spirals(n=60, k=3, seed=0):
    rng = np.random.default_rng(seed)
    X, y = [], []
    for c in range(k):
        r = np.linspace(0.05, 1, n)
        a = np.linspace(c * 4, (c + 1) * 4, n) + rng.normal(0, 0.2, n)
        X.append(np.stack([r * np.sin(a), r * np.cos(a)], 1))
        y.append(np.full(n, c))
    return np.concatenate(X), np.concatenate(y)


def softmax(z):
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def cross_entropy(logits, y):
    """Mean cross-entropy and its gradient with respect to the logits."""
    n = len(y)
    p = softmax(logits)
    loss = -np.log(p[np.arange(n), y]).mean()
    grad = p
    grad[np.arange(n), y] -= 1
    return loss, grad / n


class MLP:
    def __init__(self, *sizes, slope=0.1, seed=0):
        rng = np.random.default_rng(seed)
        self.slope = slope
        self.weights = [rng.normal(0, np.sqrt(2 / a), (a, b)) for a, b in zip(sizes, sizes[1:])]
        self.biases = [np.zeros(b) for b in sizes[1:]]

    def forward(self, X):
        self.acts, self.pre = [X], []
        for i, (W, b) in enumerate(zip(self.weights, self.biases)):
            z = self.acts[-1] @ W + b
            self.pre.append(z)
            if i < len(self.weights) - 1:
                a = np.where(z > 0, z, self.slope * z)
            else:
                a = softmax(z)
            self.acts.append(a)
        return self.acts[-1]

    def backward(self, grad):
        self.dW, self.db = [], []
        for i in range(len(self.weights) - 1, -1, -1):
            self.dW.insert(0, self.acts[i].T @ grad)
            self.db.insert(0, grad.sum(0))
            if i > 0:
                grad = grad @ self.weights[i].T
                grad = grad * np.where(self.pre[i - 1] > 0, 1.0, self.slope)

    def sgd(self, lr):
        for i in range(len(self.weights)):
            self.weights[i] -= lr * self.dW[i]
            self.biases[i] -= lr * self.db[i]

    def fit(self, X, y, epochs=30, batch=32, lr=0.05, seed=1):
        rng = np.random.default_rng(seed)
        for ep in range(epochs):
            idx = rng.permutation(len(X))
            losses = []
            for s in range(0, len(X), batch):
                j = idx[s:s + batch]
                loss, grad = cross_entropy(self.forward(X[j]), y[j])
                self.backward(grad)
                self.sgd(lr)
                losses.append(loss)
            if ep % 5 == 0:
                print(f"epoch {ep:3d}  loss {np.mean(losses):.4f}")


if __name__ == "__main__":
    X, y = spirals()
    model = MLP(2, 24, 16, 3)
    model.fit(X, y)
    print("accuracy", (model.forward(X).argmax(1) == y).mean())
