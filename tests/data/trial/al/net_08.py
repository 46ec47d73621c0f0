import numpy as np

class Regressor(object):
    """ELU network, cost = 1/(2N) * sum of squared errors, L2 on the weights optional"""

    def __init__(self, sizes, alpha=1.0, reg=0.0):
        self.sizes = sizes
        self.alpha = alpha
        self.reg = reg
        gen = np.random.default_rng(5)
        self.ws = [gen.standard_normal((m, n)) * np.sqrt(1.0 / m) for m, n in zip(sizes, sizes[1:])]
        self.bs = [np.zeros((1, n)) for n in sizes[1:]]

    def elu(self, z):
        return np.where(z > 0, z, self.alpha * (np.exp(np.minimum(z, 0)) - 1))

    def elu_prime(self, z):
        return np.where(z > 0, 1.0, self.alpha * np.exp(np.minimum(z, 0)))

    def feed(self, X):
        acts = [X]
        for k in range(len(self.ws)):
            z = np.matmul(acts[k], self.ws[k]) + self.bs[k]
            acts.append(z if k == len(self.ws) - 1 else self.elu(z))
        return acts

    def cost(self, X, Y):
        out = self.feed(X)[-1]
        return np.sum((out - Y) ** 2) / (2 * len(X)) + 0.5 * self.reg * sum(np.sum(w ** 2) for w in self.ws)

    def grads(self, X, Y):
        acts = self.feed(X)
        nw, nb = [None] * len(self.ws), [None] * len(self.bs)
        delta = (acts[-1] - Y) / len(X)
        for k in range(len(self.ws) - 1, -1, -1):
            nw[k] = np.matmul(acts[k].T, delta) + self.reg * self.ws[k]
            nb[k] = np.sum(delta, axis=0, keepdims=True)
            if k > 0:
                delta = np.matmul(delta, self.ws[k].T) * self.elu_prime(acts[k])
        return nw, nb

    def fit(self, X, Y, rate=0.05, steps=500):
        for s in range(steps):
            nw, nb = self.grads(X, Y)
            self.ws = [w - rate * g for w, g in zip(self.ws, nw)]
            self.bs = [b - rate * g for b, g in zip(self.bs, nb)]
            if s % 100 == 0:
                print('step %d cost %.5f' % (s, self.cost(X, Y)))
        return self


if __name__ == '__main__':
    xs = np.linspace(-3, 3, 80).reshape(-1, 1)
    ys = np.sin(xs) + 0.3 * xs
    model = Regressor([1, 12, 12, 1], reg=1e-4)
    model.fit(xs, ys)
    print(model.feed(xs[::20])[-1].ravel())
