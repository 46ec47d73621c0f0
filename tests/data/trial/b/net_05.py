# scalar-valued autograd, plain python
import math
import random


class Var:
    __slots__ = ("v", "d", "parents")

    def __init__(self, v, parents=()):
        self.v = v
        self.d = 0.0
        self.parents = parents          # tuple of (Var, local derivative)

    def __add__(self, o):
        o = o if isinstance(o, Var) else Var(o)
        return Var(self.v + o.v, ((self, 1.0), (o, 1.0)))

    def __mul__(self, o):
        o = o if isinstance(o, Var) else Var(o)
        return Var(self.v * o.v, ((self, o.v), (o, self.v)))

    __radd__ = __add__
    __rmul__ = __mul__

    def __sub__(self, o):
        return self + (-1.0) * o if isinstance(o, Var) else self + (-o)

    def softplus(self):
        s = math.log1p(math.exp(-abs(self.v))) + max(self.v, 0.0)
        return Var(s, ((self, 1.0 / (1.0 + math.exp(-self.v))),))

    def backward(self):
        topo, seen = [], set()

        def visit(n):
            if id(n) in seen:
                return
            seen.add(id(n))
            for p, _ in n.parents:
                visit(p)
            topo.append(n)

        visit(self)
        self.d = 1.0
        for n in reversed(topo):
            for p, local in n.parents:
                p.d += n.d * local


class Neuron:
    def __init__(self, nin, nonlin, rnd):
        self.w = [Var(rnd.gauss(0, 1) / math.sqrt(nin)) for _ in range(nin)]
        self.b = Var(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        s = self.b
        for wi, xi in zip(self.w, x):
            s = s + wi * xi
        return s.softplus() if self.nonlin else s


class MLP:
    def __init__(self, sizes, seed=5):
        rnd = random.Random(seed)
        self.layers = [[Neuron(a, i < len(sizes) - 2, rnd) for _ in range(b)]
                       for i, (a, b) in enumerate(zip(sizes, sizes[1:]))]

    def __call__(self, x):
        for layer in self.layers:
            x = [n(x) for n in layer]
        return x

    def parameters(self):
        return [p for layer in self.layers for n in layer for p in n.w + [n.b]]


def total_loss(model, xs, ys):
    loss = Var(0.0)
    for x, y in zip(xs, ys):
        e = model(x)[0] - y
        loss = loss + e * e
    return loss


def step(model, xs, ys, lr):
    loss = total_loss(model, xs, ys)
    for p in model.parameters():
        p.d = 0.0
    loss.backward()
    for p in model.parameters():
        p.v -= lr * p.d
    return loss.v


if __name__ == "__main__":
    xs = [[2.0, 3.0, -1.0], [3.0, -1.0, 0.5], [0.5, 1.0, 1.0], [1.0, 1.0, -1.0]]
    ys = [1.0, -1.0, -1.0, 1.0]
    net = MLP([3, 4, 4, 1])
    for k in range(60):
        l = step(net, xs, ys, 0.02)
        if k % 10 == 0:
            print(k, l)
