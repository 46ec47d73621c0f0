# scalar autograd engine + tiny MLP
import math, random


class Value:
    __slots__ = ('data', 'grad', '_prev', '_back')

    def __init__(self, data, prev=()):
        self.data = data
        self.grad = 0.0
        self._prev = prev
        self._back = lambda: None

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other))
        def _back():
            self.grad += out.grad
            other.grad += out.grad
        out._back = _back
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other))
        def _back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._back = _back
        return out

    def __pow__(self, k):
        out = Value(self.data ** k, (self,))
        def _back():
            self.grad += k * self.data ** (k - 1) * out.grad
        out._back = _back
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = Value(t, (self,))
        def _back():
            self.grad += (1 - t * t) * out.grad
        out._back = _back
        return out

    def __sub__(self, other): return self + (other * -1)
    __radd__ = __add__
    __rmul__ = __mul__

    def backward(self):
        topo, seen = [], set()
        def build(v):
            if v not in seen:
                seen.add(v)
                for c in v._prev:
                    build(c)
                topo.append(v)
        build(self)
        self.grad = 1.0
        for v in reversed(topo):
            v._back()


class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        act = sum((wi * xi for wi, xi in zip(self.w, x)), self.b)
        return act.tanh() if self.nonlin else act

    def parameters(self): return self.w + [self.b]


class MLP:
    def __init__(self, sizes):
        self.layers = [[Neuron(a, i < len(sizes) - 2) for _ in range(b)]
                       for i, (a, b) in enumerate(zip(sizes, sizes[1:]))]

    def __call__(self, x):
        for layer in self.layers:
            x = [n(x) for n in layer]
        return x[0]

    def parameters(self):
        return [p for layer in self.layers for n in layer for p in n.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0


def mse(net, batch):
    return sum(((net(x) - y) ** 2 for x, y in batch), Value(0.0)) * (1.0 / len(batch))


def fit(net, data, epochs=10, bs=4, lr=0.05):
    history = []
    for epoch in range(epochs):
        net.zero_grad()
        for k in range(0, len(data), bs):
            loss = mse(net, data[k:k + bs])
            loss.backward()
            for p in net.parameters():
                p.data -= lr * p.grad
            history.append(loss.data)
    return history


if __name__ == '__main__':
    random.seed(1337)
    data = []
    for _ in range(16):
        a, b = random.uniform(-1, 1), random.uniform(-1, 1)
        data.append(([a, b], 1.0 if a * b > 0 else -1.0))
    h = fit(MLP([2, 6, 1]), data)
    print('first', h[0], 'last', h[-1])
