import numpy as np


class NeuralNetwork:
    """Fully connected classifier, tanh then relu, softmax output."""

    def __init__(self, layers, lr=0.05, momentum=0.9, seed=1):
        rng = np.random.RandomState(seed)
        self.lr = lr
        self.momentum = momentum
        self.acts = ["tanh", "relu"]
        self.weights = []
        self.biases = []
        for n_in, n_out in zip(layers[:-1], layers[1:]):
            self.weights.append(rng.randn(n_in, n_out) * np.sqrt(1.0 / n_in))
            self.biases.append(np.zeros((1, n_out)))
        self.vw = [np.zeros_like(w) for w in self.weights]
        self.vb = [np.zeros_like(b) for b in self.biases]

    def _act(self, name, z):
        if name == "tanh":
            return np.tanh(z)
        return np.maximum(z, 0)

    def _act_prime(self, name, a):
        # expressed with the activation value
        if name == "tanh":
            return 1 - a ** 2
        return (a > 0) * 1.0

    def forward(self, X):
        self.cache = [X]
        a = X
        for i in range(len(self.weights) - 1):
            a = self._act(self.acts[i], a @ self.weights[i] + self.biases[i])
            self.cache.append(a)
        logits = a @ self.weights[-1] + self.biases[-1]
        e = np.exp(logits - logits.max(axis=1, keepdims=True))
        out = e / e.sum(axis=1, keepdims=True)
        self.cache.append(out)
        return out

    def loss(self, X, y):
        p = self.forward(X)
        return -np.mean(np.log(p[np.arange(len(y)), y]))

    def backward(self, y):
        m = len(y)
        delta = self.cache[-1].copy()
        delta[range(m), y] -= 1
        grads_w, grads_b = [], []
        for i in reversed(range(len(self.weights))):
            grads_w.insert(0, self.cache[i].T @ delta / m)
            grads_b.insert(0, delta.sum(axis=0, keepdims=True) / m)
            if i > 0:
                delta = (delta @ self.weights[i].T) * self._act_prime(self.acts[i - 1], self.cache[i])
        return grads_w, grads_b

    def step(self, gw, gb):
        for i in range(len(self.weights)):
            self.vw[i] = self.momentum * self.vw[i] - self.lr * gw[i]
            self.vb[i] = self.momentum * self.vb[i] - self.lr * gb[i]
            self.weights[i] += self.vw[i]
            self.biases[i] += self.vb[i]

    def fit(self, X, y, epochs=200, batch_size=32):
        rng = np.random.RandomState(0)
        for ep in range(epochs):
            idx = rng.permutation(len(X))
            for s in range(0, len(X), batch_size):
                b = idx[s:s + batch_size]
                self.forward(X[b])
                self.step(*self.backward(y[b]))
            if ep % 50 == 0:
                print("epoch %d  loss %.4f" % (ep, self.loss(X, y)))


if __name__ == "__main__":
    rng = np.random.RandomState(42)
    centers = rng.randn(3, 4) * 2
    y = rng.randint(0, 3, 150)
    X = centers[y] + rng.randn(150, 4)
    net = NeuralNetwork([4, 8, 6, 3])
    net.fit(X, y)
    print("accuracy", np.mean(net.forward(X).argmax(axis=1) == y))
