import numpy as np


def unbroadcast(g, shape):
    while g.ndim > len(shape):
        g = g.sum(axis=0)
    for axis, n in enumerate(shape):
        if n == 1 and g.shape[axis] != 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


class Tensor:
    """n-d array with a tape"""

    def __init__(self, value, requires_grad=False):
        self.value = np.asarray(value, dtype=float)
        self.requires_grad = requires_grad
        self.grad = None
        self.ctx = None

    def _accum(self, g):
        g = unbroadcast(g, self.value.shape)
        self.grad = g if self.grad is None else self.grad + g

    @staticmethod
    def _make(value, fn, *inputs):
        out = Tensor(value, any(t.requires_grad for t in inputs))
        if out.requires_grad:
            out.ctx = (fn, inputs)
        return out

    def __matmul__(self, other):
        return Tensor._make(self.value @ other.value,
                            lambda g: (g @ other.value.T, self.value.T @ g), self, other)

    def __add__(self, other):
        return Tensor._make(self.value + other.value, lambda g: (g, g), self, other)

    def softplus(self):
        return Tensor._make(np.logaddexp(0.0, self.value),
                            lambda g: (g / (1.0 + np.exp(-self.value)),), self)

    def mse(self, target):
        diff = self.value - target
        n = diff.shape[0]
        return Tensor._make(np.mean(diff ** 2), lambda g: (g * 2.0 * diff / n,), self)

    def backprop(self):
        tape, done = [], set()

        def walk(t):
            if id(t) in done:
                return
            done.add(id(t))
            if t.ctx is not None:
                for s in t.ctx[1]:
                    walk(s)
            tape.append(t)
        walk(self)
        self.grad = np.ones_like(self.value)
        for t in reversed(tape):
            if t.ctx is None:
                continue
            fn, inputs = t.ctx
            for s, g in zip(inputs, fn(t.grad)):
                if s.requires_grad:
                    s._accum(g)


class Affine:
    def __init__(self, rng, fan_in, fan_out):
        self.W = Tensor(rng.standard_normal((fan_in, fan_out)) / np.sqrt(fan_in), True)
        self.b = Tensor(np.zeros((1, fan_out)), True)

    def __call__(self, x):
        return x @ self.W + self.b

    def clear(self):
        self.W.grad = None

    def descend(self, rate):
        self.W.value = self.W.value - rate * self.W.grad
        self.b.value = self.b.value - rate * self.b.grad


class Regressor:
    def __init__(self, sizes, seed=0):
        rng = np.random.default_rng(seed)
        self.stack = [Affine(rng, a, b) for a, b in zip(sizes[:-1], sizes[1:])]

    def __call__(self, x):
        h = Tensor(x)
        for layer in self.stack[:-1]:
            h = layer(h).softplus()
        return self.stack[-1](h)

    def train_step(self, x, y, rate):
        loss = self(x).mse(y)
        for layer in self.stack:
            layer.clear()
        loss.backprop()
        for layer in self.stack:
            layer.descend(rate)
        return float(loss.value)


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    X = rng.uniform(-1, 1, (60, 4))
    Y = np.stack([X[:, 0] * X[:, 1], X[:, 2] ** 2, np.sin(2 * X[:, 3])], axis=1)
    net = Regressor([4, 10, 8, 3])
    for k in range(40):
        mse = net.train_step(X, Y, 0.002)
        if k % 10 == 0:
            print(k, "mse", mse)
