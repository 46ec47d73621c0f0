import numpy as np


class Layer:
    def params(self):
        return []


class Dense(Layer):
    def __init__(self, n_in, n_out, rng):
        self.weight = rng.normal(0, np.sqrt(1 / n_in), (n_in, n_out))
        self.bias = np.zeros(n_out)

    def forward(self, x):
        self.x = x
        return x @ self.weight + self.bias

    def backward(self, grad):
        self.d_weight = self.x.T @ grad
        self.d_bias = grad.sum(axis=0)
        return grad @ self.weight.T

    def params(self):
        return [("weight", "d_weight"), ("bias", "d_bias")]


class ELU(Layer):
    def __init__(self, alpha=1.0):
        self.alpha = alpha

    def forward(self, x):
        self.x = x
        neg = x < 0
        x[neg] = self.alpha * (np.exp(x[neg]) - 1)
        return x

    def backward(self, grad):
        return grad * np.where(self.x < 0, self.alpha * np.exp(self.x), 1.0)


class SoftmaxCrossEntropy:
    def forward(self, logits, labels):
        e = np.exp(logits - logits.max(axis=1, keepdims=True))
        self.probs = e / e.sum(axis=1, keepdims=True)
        self.labels = labels
        return -np.log(self.probs[np.arange(len(labels)), labels]).mean()

    def backward(self):
        g = self.probs.copy()
        g[np.arange(len(self.labels)), self.labels] -= 1
        return g / len(self.labels)


class Sequential:
    def __init__(self, *layers):
        self.layers = layers
        self.criterion = SoftmaxCrossEntropy()

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, labels):
        return self.criterion.forward(self.forward(x), labels)

    def backward(self):
        g = self.criterion.backward()
        for layer in reversed(self.layers):
            g = layer.backward(g)

    def step(self, lr):
        for layer in self.layers:
            for p, d in layer.params():
                setattr(layer, p, getattr(layer, p) - lr * getattr(layer, d))


if __name__ == "__main__":
    rng = np.random.default_rng(7)
    centers = np.array([[0, 2], [2, -1], [-2, -1]])
    labels = rng.integers(0, 3, 300)
    x = centers[labels] + rng.normal(size=(300, 2))
    model = Sequential(Dense(2, 16, rng), ELU(), Dense(16, 16, rng), ELU(), Dense(16, 3, rng))
    for epoch in range(30):
        order = rng.permutation(300)
        total = 0
        for s in range(0, 300, 30):
            b = order[s:s + 30]
            total += model.loss(x[b], labels[b])
            model.backward()
            model.step(0.1)
        if epoch % 5 == 0:
            print(f"epoch {epoch:2d}  loss {total / 10:.4f}")
    print("acc", (model.forward(x).argmax(1) == labels).mean())
