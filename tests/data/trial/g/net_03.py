# minitensor: autograd over numpy arrays, in under 120 lines
import numpy as np

C = np.sqrt(2 / np.pi)


def unbroadcast(g, shape):
    while g.ndim > len(shape):
        g = g.sum(0)
    for ax, n in enumerate(shape):
        if n == 1 and g.shape[ax] != 1:
            g = g.sum(ax, keepdims=True)
    return g


class Tensor:
    def __init__(self, value, ctx=(), requires_grad=False):
        self.v = np.asarray(value, dtype=np.float64)
        self.ctx = ctx            # list of (parent, vjp)
        self.requires_grad = requires_grad or any(p.requires_grad for p, _ in ctx)
        self.grad = None

    @property
    def shape(self):
        return self.v.shape

    def __add__(self, o):
        o = o if isinstance(o, Tensor) else Tensor(o)
        return Tensor(self.v + o.v, [(self, lambda g: unbroadcast(g, self.shape)),
                                     (o, lambda g: unbroadcast(g, o.shape))])

    def __mul__(self, o):
        o = o if isinstance(o, Tensor) else Tensor(o)
        return Tensor(self.v * o.v, [(self, lambda g: unbroadcast(g * o.v, self.shape)),
                                     (o, lambda g: unbroadcast(g * self.v, o.shape))])

    def __neg__(self):
        return self * -1.0

    def __sub__(self, o):
        return self + (-o if isinstance(o, Tensor) else -np.asarray(o))

    def __matmul__(self, o):
        return Tensor(self.v @ o.v, [(self, lambda g: g @ o.v.T), (o, lambda g: self.v.T @ g)])

    def gelu(self):
        x = self.v
        t = np.tanh(C * (x + 0.044715 * x ** 3))
        d = 0.5 * (1 + t) + 0.5 * x * (1 - t ** 2) * C * (1 + 3 * 0.044715 * x ** 2)
        return Tensor(0.5 * x * (1 + t), [(self, lambda g: g * d)])

    def softplus(self):
        s = 0.5 * (1 + np.tanh(0.5 * self.v))
        return Tensor(np.logaddexp(0, self.v), [(self, lambda g: g * s)])

    def mean(self):
        return Tensor(self.v.mean(), [(self, lambda g: np.full(self.shape, g / self.v.size))])

    def backward(self):
        order, seen = [], set()

        def visit(t):
            if id(t) in seen or not t.requires_grad:
                return
            seen.add(id(t))
            for p, _ in t.ctx:
                visit(p)
            order.append(t)
        visit(self)
        grads = {id(self): np.ones_like(self.v)}
        for t in reversed(order):
            g = grads.pop(id(t))
            if not t.ctx:
                t.grad = g if t.grad is None else t.grad + g
            for p, vjp in t.ctx:
                if p.requires_grad:
                    pg = vjp(g)
                    grads[id(p)] = grads[id(p)] + pg if id(p) in grads else pg


class MLP:
    def __init__(self, sizes, seed=0):
        r = np.random.RandomState(seed)
        self.W = [Tensor(r.randn(a, b) / np.sqrt(a), requires_grad=True) for a, b in zip(sizes, sizes[1:])]
        self.b = [Tensor(np.zeros((1, b)), requires_grad=True) for b in sizes[1:]]

    def __call__(self, x):
        h = Tensor(x)
        for i, (W, b) in enumerate(zip(self.W, self.b)):
            h = h @ W + b
            if i < len(self.W) - 1:
                h = h.gelu()
        return h


def bce_with_logits(z, y):
    return (z.softplus() - z * y).mean()


def sgd(params, lr):
    for p in params:
        p.v -= lr * p.grad
        p.grad = None


if __name__ == '__main__':
    r = np.random.RandomState(1)
    X = r.uniform(-1, 1, (120, 2))
    Y = (X[:, :1] * X[:, 1:] > 0).astype(float)
    net = MLP([2, 12, 12, 6, 1])
    for it in range(601):
        loss = bce_with_logits(net(X), Y)
        loss.backward()
        sgd(net.W + net.b, 0.5)
        if it % 150 == 0:
            print(it, float(loss.v))
