import numpy as np


class Layer:
    params = grads = lambda self: []
    build = lambda self, n_in, rng: n_in


class Dense(Layer):
    def __init__(self, units, use_bias=True):
        self.units = units
        self.use_bias = use_bias

    def build(self, n_in, rng):
        limit = np.sqrt(6.0 / (n_in + self.units))
        self.kernel = rng.uniform(-limit, limit, size=(n_in, self.units))
        self.bias = np.zeros(self.units)
        return self.units

    def forward(self, x):
        self.x = x
        z = x @ self.kernel
        return z + self.bias if self.use_bias else z

    def backward(self, grad):
        self.d_kernel = self.x.T @ grad
        self.d_bias = grad.sum(axis=0)
        return grad @ self.kernel.T

    def params(self):
        return [self.kernel, self.bias][:1 + self.use_bias]

    def grads(self):
        return [self.d_kernel, self.d_bias][:1 + self.use_bias]


class Tanh(Layer):
    def forward(self, x):
        self.out = np.tanh(x)
        return self.out

    def backward(self, grad):
        return grad * (1.0 - self.out ** 2)


class ReLU(Layer):
    def forward(self, x):
        self.mask = x > 0
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


class SoftmaxCrossEntropy:
    """Mean over the batch; integer labels."""

    def forward(self, logits, labels):
        shifted = logits - logits.max(axis=1, keepdims=True)
        self.logp = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.labels = labels
        return -self.logp[np.arange(len(labels)), labels].mean()

    def backward(self):
        g = np.exp(self.logp)
        g[np.arange(len(self.labels)), self.labels] -= 1.0
        return g / len(self.labels)


class SGD:
    def __init__(self, lr=0.1, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.velocity = None

    def apply(self, params, grads):
        if self.velocity is None:
            self.velocity = [np.zeros_like(p) for p in params]
        for p, g, v in zip(params, grads, self.velocity):
            v *= self.momentum
            v -= self.lr * g
            p += v


class Sequential:
    def __init__(self, layers, n_in, seed=0):
        rng = np.random.default_rng(seed)
        self.layers = layers
        for layer in layers:
            n_in = layer.build(n_in, rng)

    def compile(self, loss, optimizer):
        self.loss, self.optimizer = loss, optimizer

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def train_on_batch(self, x, y):
        value = self.loss.forward(self.predict(x), y)
        grad = self.loss.backward()
        for layer in reversed(self.layers):
            grad = layer.backward(grad)
        self.optimizer.apply([p for l in self.layers for p in l.params()],
                             [g for l in self.layers for g in l.grads()])
        return value


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(240, 2))
    y = (X[:, 0] > 0).astype(int) + (X[:, 1] > 0.3).astype(int)
    model = Sequential([Dense(12, use_bias=False), Tanh(), Dense(10), ReLU(), Dense(3)], n_in=2)
    model.compile(SoftmaxCrossEntropy(), SGD(0.05, 0.9))
    for epoch in range(30):
        order = rng.permutation(len(X))
        for i in range(0, len(X), 32):
            b = order[i:i + 32]
            loss = model.train_on_batch(X[b], y[b])
    print("loss", loss, "acc", (model.predict(X).argmax(1) == y).mean())
