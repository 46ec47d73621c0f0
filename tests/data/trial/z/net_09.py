"""Daily load forecast (temperature, weekday harmonics -> load), layer objects."""
import numpy as np


class Affine:
    def __init__(self, fan_in, fan_out, rng):
        self.W = rng.normal(0.0, 1.0 / np.sqrt(fan_in), (fan_in, fan_out))
        self.b = np.zeros((1, fan_out))
        self.vW = np.zeros_like(self.W)
        self.vb = np.zeros_like(self.b)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad):
        self.gW = self.x.T @ grad
        self.gb = grad.mean(axis=0, keepdims=True)
        return grad @ self.W.T

    def update(self, lr, mu):
        self.vW = mu * self.vW + self.gW
        self.vb = mu * self.vb + self.gb
        self.W -= lr * self.vW
        self.b -= lr * self.vb


class Softplus:
    def forward(self, x):
        self.out = np.logaddexp(0.0, x)
        return self.out

    def backward(self, grad):
        return grad / (1.0 + np.exp(-self.out))

    def update(self, lr, mu):
        pass


class MeanSquared:
    def forward(self, pred, target):
        self.diff = pred - target
        return np.sum(self.diff ** 2) / len(target)

    def backward(self):
        return 2.0 * self.diff / len(self.diff)


class Network:
    def __init__(self, layers, lr=0.02, mu=0.5):
        self.layers = layers
        self.criterion = MeanSquared()
        self.lr, self.mu = lr, mu

    def __call__(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.criterion.forward(self(x), t)

    def train_step(self, x, t):
        value = self.loss(x, t)
        grad = self.criterion.backward()
        for layer in reversed(self.layers):
            grad = layer.backward(grad)
        for layer in self.layers:
            layer.update(self.lr, self.mu)
        return value


def build(rng):
    return Network([Affine(3, 8, rng), Softplus(), Affine(8, 8, rng), Softplus(), Affine(8, 2, rng)])


if __name__ == "__main__":
    rng = np.random.default_rng(21)
    day = np.arange(210)
    temp = rng.normal(0, 1, 210)
    X = np.column_stack([temp, np.sin(2 * np.pi * day / 7), np.cos(2 * np.pi * day / 7)])
    peak = 0.6 * temp ** 2 + 0.3 * X[:, 1]
    T = np.column_stack([peak, 0.5 * peak + 0.2 * X[:, 2]])
    net = build(rng)
    for epoch in range(40):
        total = [net.train_step(X[s:s + 30], T[s:s + 30]) for s in range(0, 210, 30)]
        if epoch % 10 == 0:
            print(epoch, np.mean(total))
