import math
import random


class Scalar:
    """A number that remembers where it came from."""

    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
        self.push = lambda: None

    def __add__(self, other):
        other = other if isinstance(other, Scalar) else Scalar(other)
        out = Scalar(self.data + other.data, (self, other))

        def push():
            self.grad += out.grad
            other.grad += out.grad
        out.push = push
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Scalar) else Scalar(other)
        out = Scalar(self.data * other.data, (self, other))

        def push():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out.push = push
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = Scalar(t, (self,))

        def push():
            self.grad += (1 - t * t) * out.grad
        out.push = push
        return out

    def square(self):
        out = Scalar(self.data ** 2, (self,))

        def push():
            self.grad += 2 * self.data * out.grad
        out.push = push
        return out

    def backward(self, root=True):
        if root:
            self.grad = 1.0
        self.push()
        for p in self.parents:
            p.backward(root=False)

    __radd__ = __add__
    __rmul__ = __mul__


class Unit:
    def __init__(self, nin, act=True):
        self.w = [Scalar(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Scalar(0.0)
        self.act = act

    def __call__(self, x):
        s = self.b
        for wi, xi in zip(self.w, x):
            s = s + wi * xi
        return s.tanh() if self.act else s


class Net:
    def __init__(self, sizes):
        last = len(sizes) - 2
        self.layers = [[Unit(a, act=i < last) for _ in range(b)]
                       for i, (a, b) in enumerate(zip(sizes, sizes[1:]))]

    def __call__(self, x):
        for layer in self.layers:
            x = [u(x) for u in layer]
        return x[0]

    def parameters(self):
        return [p for layer in self.layers for u in layer for p in u.w + [u.b]]


def objective(net, xs, ys):
    total = Scalar(0.0)
    for x, y in zip(xs, ys):
        total = total + (net(x) + (-y)).square()
    return total * (1.0 / len(xs))


def train(net, xs, ys, steps=60, lr=0.05):
    for k in range(steps):
        loss = objective(net, xs, ys)
        for p in net.parameters():
            p.grad = 0.0
        loss.backward()
        for p in net.parameters():
            p.data -= lr * p.grad
        if k % 10 == 0:
            print(k, "mse =", round(loss.data, 5))


if __name__ == "__main__":
    random.seed(1337)
    xs = [[2.0, 3.0], [3.0, -1.0], [0.5, 1.0], [1.0, 1.0]]
    ys = [1.0, -1.0, -1.0, 1.0]
    train(Net([2, 3, 3, 1]), xs, ys, steps=31, lr=0.01)
