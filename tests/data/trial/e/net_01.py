"""tinynn - a very small deep learning library"""
import numpy as np
LAYERS = {}


def register(name):
    def deco(cls):
        LAYERS[name] = cls
        return cls
    return deco


class Layer:
    trainable = False

    def build(self, n_in, rng):
        return n_in


@register("dense")
class Dense(Layer):
    trainable = True

    def __init__(self, units):
        self.units = units

    def build(self, n_in, rng):
        self.W = rng.normal(0, np.sqrt(2.0 / n_in), (n_in, self.units))
        self.b = np.zeros((1, self.units))
        return self.units

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad):
        self.grads = {"W": self.x.T @ grad, "b": grad.sum(axis=0, keepdims=True)}
        return grad @ self.W.T


@register("relu")
class ReLU(Layer):
    def forward(self, x):
        self.mask = x > 0
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


@register("softmax")
class Softmax(Layer):
    def forward(self, x):
        e = np.exp(x - x.max(axis=1, keepdims=True))
        self.out = e / e.sum(axis=1, keepdims=True)
        return self.out

    def backward(self, grad):
        return grad * self.out * (1.0 - self.out)


class CategoricalCrossentropy:
    eps = 1e-12

    def __call__(self, y_true, y_pred):
        return -np.sum(y_true * np.log(y_pred + self.eps)) / len(y_true)

    def grad(self, y_true, y_pred):
        return -(y_true / (y_pred + self.eps)) / len(y_true)


class SGD:
    def __init__(self, lr=0.1, momentum=0.0):
        self.lr, self.momentum, self.state = lr, momentum, {}

    def step(self, layers):
        for i, layer in enumerate(layers):
            if not layer.trainable:
                continue
            for key, g in layer.grads.items():
                v = self.state.get((i, key), 0.0)
                v = self.momentum * v - self.lr * g
                self.state[(i, key)] = v
                setattr(layer, key, getattr(layer, key) + v)


class Sequential:
    def __init__(self, spec, n_in, seed=0):
        rng = np.random.default_rng(seed)
        self.layers = []
        for name, *args in spec:
            layer = LAYERS[name](*args)
            n_in = layer.build(n_in, rng)
            self.layers.append(layer)

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def train_on_batch(self, x, y, loss, opt):
        p = self.predict(x)
        g = loss.grad(y, p)
        for layer in reversed(self.layers):
            g = layer.backward(g)
        opt.step(self.layers)
        return loss(y, p)


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    centers = np.array([[0, 2], [2, -1], [-2, -1]], dtype=float)
    lab = rng.integers(0, 3, 300)
    X = centers[lab] + rng.normal(0, 0.7, (300, 2))
    Y = np.eye(3)[lab]
    net = Sequential([("dense", 16), ("relu",), ("dense", 3), ("softmax",)], 2)
    loss, opt = CategoricalCrossentropy(), SGD(0.05, 0.9)
    for epoch in range(20):
        l = [net.train_on_batch(X[i:i + 32], Y[i:i + 32], loss, opt) for i in range(0, 300, 32)]
        print(epoch, round(float(np.mean(l)), 4), (net.predict(X).argmax(1) == lab).mean())
