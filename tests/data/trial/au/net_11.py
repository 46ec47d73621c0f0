import numpy as np

class Param:
    def __init__(self, value):
        self.data = value
        self.grad = np.zeros_like(value)

class FC:
    # weight stored (out, in) like in torch
    def __init__(self, nin, nout):
        self.W = Param(np.random.randn(nout, nin) * 0.5)
        self.b = Param(np.zeros(nout))
    def __call__(self, x):
        self.x = x
        return x @ self.W.data.T + self.b.data
    def back(self, g):
        self.W.grad += g.T @ self.x
        self.b.grad += g.sum(axis=0)
        return g @ self.W.data
    def params(self):
        return [self.W, self.b]

class Softplus:
    def __call__(self, x):
        self.x = x
        return np.logaddexp(0., x)
    def back(self, g):
        return g / (1. + np.exp(-self.x))
    def params(self):
        return []

class Optim:
    def __init__(self, params, lr):
        self.params = params
        self.lr = lr
    def zero_grad(self):
        for p in self.params:
            p.grad[...] = 0.
    def step(self):
        for p in self.params:
            p.data -= self.lr * p.grad

class Net:
    def __init__(self, *layers):
        self.layers = layers
    def __call__(self, x):
        for l in self.layers:
            x = l(x)
        return x
    def back(self, g):
        for l in reversed(self.layers):
            g = l.back(g)
    def params(self):
        return [p for l in self.layers for p in l.params()]

def mse(yhat, y):
    """squared error summed over outputs, averaged over the batch; returns loss and gradient"""
    r = yhat - y
    return (r ** 2).sum() / len(y), 2 * r / len(y)

def train(net, X, Y, epochs=40, bs=16, lr=0.005):
    opt = Optim(net.params(), lr)
    for ep in range(epochs):
        tot = 0.
        opt.zero_grad()
        perm = np.random.permutation(len(X))
        for i in range(0, len(X), bs):
            xb, yb = X[perm[i:i+bs]], Y[perm[i:i+bs]]
            loss, g = mse(net(xb), yb)
            net.back(g)
            opt.step()
            tot += loss * len(xb)
        if ep % 10 == 0:
            print('epoch', ep, 'train loss', tot / len(X))
    return net

if __name__ == '__main__':
    np.random.seed(0)
    X = np.random.uniform(-1, 1, (96, 3))
    Y = np.stack([X[:, 0] * X[:, 1], np.cos(X[:, 2])], axis=1)
    train(Net(FC(3, 10), Softplus(), FC(10, 8), Softplus(), FC(8, 2)), X, Y)
