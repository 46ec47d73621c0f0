# tinytensor: reverse mode autodiff on numpy arrays in ~100 lines
import numpy as np


def unbroadcast(g, shape):
    while g.ndim > len(shape):
        g = g.sum(axis=0)
    for ax, n in enumerate(shape):
        if n == 1 and g.shape[ax] != 1:
            g = g.sum(axis=ax, keepdims=True)
    return g


class Tensor:
    def __init__(self, data, ctx=(), requires_grad=False):
        self.data = np.asarray(data, dtype=np.float64)
        self.ctx = ctx          # pairs (parent, function from out grad to parent grad)
        self.requires_grad = requires_grad
        self.grad = None

    def __add__(self, o):
        return Tensor(self.data + o.data, [(self, lambda g: unbroadcast(g, self.data.shape)),
                                           (o, lambda g: unbroadcast(g, o.data.shape))])

    def __sub__(self, o):
        return Tensor(self.data - o.data, [(self, lambda g: unbroadcast(g, self.data.shape)),
                                           (o, lambda g: unbroadcast(-g, o.data.shape))])

    def __mul__(self, o):
        return Tensor(self.data * o.data, [(self, lambda g: unbroadcast(g * o.data, self.data.shape)),
                                           (o, lambda g: unbroadcast(g * self.data, o.data.shape))])

    def __matmul__(self, o):
        return Tensor(self.data @ o.data, [(self, lambda g: g @ o.data.T),
                                           (o, lambda g: self.data.T @ g)])

    def softplus(self):
        x = self.data
        return Tensor(np.logaddexp(0, x), [(self, lambda g: g / (1 + np.exp(-x)))])

    def mean(self):
        n = self.data.size
        return Tensor(self.data.mean(), [(self, lambda g: np.full(self.data.shape, g / n))])

    def backward(self):
        topo, visited = [], set()

        def walk(t):
            if t in visited:
                return
            visited.add(t)
            for parent, _ in t.ctx:
                walk(parent)
            topo.append(t)

        walk(self)
        self.grad = np.ones_like(self.data)
        for t in reversed(topo):
            for parent, fn in t.ctx:
                g = fn(t.grad)
                parent.grad = g if parent.grad is None else parent.grad + g


class Linear:
    def __init__(self, nin, nout):
        self.w = Tensor(np.random.randn(nin, nout) * nin ** -0.5, requires_grad=True)
        self.b = Tensor(np.zeros((1, nout)), requires_grad=True)

    def __call__(self, x):
        return x @ self.w + self.b


class Model:
    def __init__(self, nin, nhid, nout):
        self.l1 = Linear(nin, nhid)
        self.l2 = Linear(nhid, nhid)
        self.l3 = Linear(nhid, nout)

    def __call__(self, x):
        return self.l3(self.l2(self.l1(x).softplus()).softplus())

    def parameters(self):
        return [t for l in (self.l1, self.l2, self.l3) for t in (l.w, l.b)]


class SGD:
    def __init__(self, params, lr):
        self.params, self.lr = params, lr

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    def step(self):
        for p in self.params:
            p.data -= self.lr * p.grad


def mse_loss(pred, target):
    d = pred - target
    return (d * d).mean()


if __name__ == "__main__":
    np.random.seed(42)
    xs = np.random.uniform(-3, 3, (128, 1))
    ys = np.hstack([np.sin(xs), np.cos(xs)])
    model = Model(1, 20, 2)
    optim = SGD(model.parameters(), lr=0.05)
    for it in range(2001):
        sel = np.random.choice(128, 32, replace=False)
        optim.zero_grad()
        loss = mse_loss(model(Tensor(xs[sel])), Tensor(ys[sel]))
        loss.backward()
        optim.step()
        if it % 400 == 0:
            print("iter", it, "loss", float(loss.data))
