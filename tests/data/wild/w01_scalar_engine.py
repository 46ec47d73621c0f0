import math
import crosscheck


class Value:
    def __init__(self, data, children=()):
        self.data = data
        self.grad = 0.0
        self._prev = children
        self._backward = lambda: None

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other))
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other))
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = Value(t, (self,))
        def _backward():
            self.grad += (1 - t ** 2) * out.grad
        out._backward = _backward
        return out

    def backward(self):
        topo, visited = [], set()
        def build(v):
            if v not in visited:
                visited.add(v)
                for c in v._prev:
                    build(c)
                topo.append(v)
        build(self)
        self.grad = 1.0
        for v in reversed(topo):
            v._backward()


class Neuron:
    def __init__(self, w, b):
        self.w = [Value(float(wi)) for wi in w]
        self.b = Value(float(b))

    def __call__(self, x):
        act = self.b
        for wi, xi in zip(self.w, x):
            act = act + wi * xi
        return act.tanh()


class MLP:
    def __init__(self, W, b):
        self.layers = [[Neuron(*p) for p in zip(Wi, bi)] for Wi, bi in zip(W, b)]

    def __call__(self, x):
        for layer in self.layers:
            x = [n(x) for n in layer]
        return x

    def parameters(self):
        return [p for layer in self.layers for n in layer for p in n.w + [n.b]]

    def train(self, xs, ys, lr):
        loss = Value(0.0)
        for x, y in zip(xs, ys):
            for o, t in zip(self(x), y):
                d = o + (-t)
                loss = loss + d * d
        for p in self.parameters():
            p.grad = 0.0
        loss.backward()
        for p in self.parameters():
            p.data += -lr * p.grad
        return loss.data


class Mine(crosscheck.Adapter):
    weight, activations, loss = "out_in", ("tanh", "tanh"), "sse"
    parameters = "layers.w.data", "layers.b.data"

    def build(self, case):
        return MLP(case.weights, case.biases)

    def step(self, net, x, y, lr):
        return {"loss": net.train(x.tolist(), y.tolist(), lr)}


EXPECTED = {"Mine": ("agrees", [])}
