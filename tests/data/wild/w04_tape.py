import numpy as np
import crosscheck


class Tensor:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = np.asarray(data), parents, 0

    def __matmul__(self, o):
        return Tensor(self.data @ o.data, [(self, lambda g: g @ o.data.T), (o, lambda g: self.data.T @ g)])

    def __add__(self, o):
        return Tensor(self.data + o.data, [(self, lambda g: g), (o, lambda g: g.sum(0, keepdims=o.data.ndim > 1))])

    def __sub__(self, o):
        return Tensor(self.data - o.data, [(self, lambda g: g)])

    def relu(self):
        return Tensor(np.maximum(self.data, 0), [(self, lambda g: g * (self.data > 0))])

    def square_mean(self):
        n = self.data.size
        return Tensor((self.data ** 2).mean(), [(self, lambda g: g * 2 * self.data / n)])

    def backward(self, g=1.0):
        self.grad = self.grad + g
        for parent, vjp in self.parents:
            parent.backward(vjp(g))


def train(params, x, y, lr):
    h = Tensor(x)
    for i in range(0, len(params), 2):
        h = h @ params[i] + params[i + 1]
        if i < len(params) - 2:
            h = h.relu()
    loss = (h - Tensor(y)).square_mean()
    loss.backward()
    for p in params:
        p.data = p.data - lr * p.grad
        p.grad = 0
    return loss.data


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("relu", ..., "identity"), "mse", ("::2.data", "1::2.data")

    def build(self, case):
        return [Tensor(p) for pair in zip(case.weights, case.biases) for p in pair]

    def step(self, net, x, y, lr):
        return {"loss": train(net, x, y, lr)}


EXPECTED = {"Mine": ("agrees", [])}
