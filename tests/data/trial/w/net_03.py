"""nanograd: scalar autograd in pure python"""
import math
import random

class Scalar:
    __slots__ = ("data", "grad", "_parents", "_back")

    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self._parents = parents
        self._back = lambda: None

    def __add__(self, o):
        o = o if isinstance(o, Scalar) else Scalar(o)
        out = Scalar(self.data + o.data, (self, o))

        def back():
            self.grad += out.grad
            o.grad += out.grad
        out._back = back
        return out

    def __mul__(self, o):
        o = o if isinstance(o, Scalar) else Scalar(o)
        out = Scalar(self.data * o.data, (self, o))

        def back():
            self.grad += o.data * out.grad
            o.grad += self.data * out.grad
        out._back = back
        return out

    def __pow__(self, k):
        out = Scalar(self.data ** k, (self,))

        def back():
            self.grad += k * self.data ** (k - 1) * out.grad
        out._back = back
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = Scalar(t, (self,))

        def back():
            self.grad += (1 - t * t) * out.grad
        out._back = back
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __sub__(self, o):
        return self + o * -1.0

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p in v._parents:
                    visit(p)
                order.append(v)
        visit(self)
        self.grad = 1.0
        for v in reversed(order):
            v._back()


class Neuron:
    def __init__(self, n, act=True):
        self.w = [Scalar(random.uniform(-1, 1)) for _ in range(n)]
        self.b = Scalar(0.0)
        self.act = act

    def __call__(self, x):
        s = sum((wi * xi for wi, xi in zip(self.w, x)), self.b)
        return s.tanh() if self.act else s


class MLP:
    def __init__(self, sizes):
        self.layers = [[Neuron(a, act=i < len(sizes) - 2) for _ in range(b)]
                       for i, (a, b) in enumerate(zip(sizes, sizes[1:]))]

    def __call__(self, x):
        for layer in self.layers:
            x = [n(x) for n in layer]
        return x[0]

    def parameters(self):
        return [p for layer in self.layers for n in layer for p in n.w + [n.b]]


def mse(model, xs, ys):
    return sum((model(x) - y) ** 2 for x, y in zip(xs, ys)) * (1.0 / len(xs))


def train(model, xs, ys, steps=60, lr=0.02):
    history = []
    for step in range(steps):
        loss = mse(model, xs, ys)
        loss.backward()
        for p in model.parameters():
            p.data -= lr * p.grad
        history.append(loss.data)
        if step % 10 == 0:
            print(step, round(loss.data, 5))
    return history


if __name__ == "__main__":
    random.seed(1337)
    xs = [[2.0, 3.0, -1.0], [3.0, -1.0, 0.5], [0.5, 1.0, 1.0], [1.0, 1.0, -1.0]]
    ys = [1.0, -1.0, -1.0, 1.0]
    net = MLP([3, 4, 4, 1])
    train(net, xs, ys)
    print([round(net(x).data, 3) for x in xs])
