"""My tiny sklearn-like MLP classifier, mini-batch SGD. Feedback welcome!"""
import numpy as np


def silu(x):
    return x / (1.0 + np.exp(-x))


def d_silu(x):
    s = 1.0 / (1.0 + np.exp(-x))
    return s + x * s * (1.0 - s)


class MLPClassifier:
    def __init__(self, hidden=(16, 12), lr=0.1, epochs=20, batch_size=16, random_state=0):
        self.hidden = hidden
        self.lr = lr
        self.epochs = epochs
        self.batch_size = batch_size
        self.rng = np.random.default_rng(random_state)

    def _build(self, n_features, n_classes):
        dims = [n_features, *self.hidden, n_classes]
        self.layers = []
        for fan_in, fan_out in zip(dims[:-1], dims[1:]):
            self.layers.append({
                "w": self.rng.normal(0, 1 / np.sqrt(fan_in), (fan_in, fan_out)),
                "b": np.zeros(fan_out),
            })
        self.zero_grad()

    def zero_grad(self):
        for layer in self.layers:
            layer["dw"] = np.zeros_like(layer["w"])
            layer["db"] = np.zeros_like(layer["b"])

    def forward(self, X):
        out = X
        for i, layer in enumerate(self.layers):
            layer["in"] = out
            layer["z"] = out @ layer["w"] + layer["b"]
            out = silu(layer["z"]) if i < len(self.layers) - 1 else layer["z"]
        e = np.exp(out - out.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def loss(self, proba, Y):
        return -np.sum(Y * np.log(proba)) / len(Y)

    def backward(self, proba, Y):
        grad = (proba - Y) / len(Y)
        for i in range(len(self.layers) - 1, -1, -1):
            layer = self.layers[i]
            if i < len(self.layers) - 1:
                grad = grad * d_silu(layer["z"])
            layer["dw"] += layer["in"].T @ grad
            layer["db"] += grad.sum(axis=0)
            grad = grad @ layer["w"].T

    def step(self):
        for layer in self.layers:
            layer["w"] -= self.lr * layer["dw"]
            layer["b"] -= self.lr * layer["db"]

    def fit(self, X, y):
        Y = np.eye(y.max() + 1)[y]
        self._build(X.shape[1], Y.shape[1])
        for epoch in range(self.epochs):
            order = self.rng.permutation(len(X))
            running = []
            self.zero_grad()
            for start in range(0, len(X), self.batch_size):
                idx = order[start:start + self.batch_size]
                proba = self.forward(X[idx])
                running.append(self.loss(proba, Y[idx]))
                self.backward(proba, Y[idx])
                self.step()
            if epoch % 5 == 0:
                print(f"epoch {epoch:3d}  train loss {np.mean(running):.4f}")
        return self

    def predict(self, X):
        return self.forward(X).argmax(axis=1)


if __name__ == "__main__":
    gen = np.random.default_rng(5)
    centers = gen.normal(0, 2, (3, 4))
    y = gen.integers(0, 3, 150)
    X = centers[y] + gen.normal(0, 1, (150, 4))
    clf = MLPClassifier().fit(X, y)
    print("accuracy:", (clf.predict(X) == y).mean())
