"""flatnet: feed-forward nets whose weights live in one flat vector.

    >>> net = FlatNet(3, 10, 2)
    >>> net.fit(X, T, rate=0.01)

No bias terms (put a constant column into X if you want one).
Cost is sum over outputs, averaged over samples:  C = 1/N * sum_n |o_n - t_n|^2
"""
import numpy as np


class FlatNet(object):
    def __init__(self, *units, **kw):
        self.units = units
        self.shapes = [(units[i + 1], units[i]) for i in range(len(units) - 1)]
        self.cuts = np.cumsum([0] + [r * c for r, c in self.shapes])
        rng = np.random.RandomState(kw.get('seed', 1))
        self.theta = rng.uniform(-1, 1, self.cuts[-1])
        for W in self.mats(self.theta):
            W *= np.sqrt(3.0 / W.shape[1])

    def mats(self, vec):
        """list of views into vec, one (out, in) matrix a layer"""
        return [vec[a:b].reshape(s) for a, b, s in zip(self.cuts, self.cuts[1:], self.shapes)]

    def activate(self, X, theta=None):
        Ws = self.mats(self.theta if theta is None else theta)
        acts = [X.T]
        for i, W in enumerate(Ws):
            z = W.dot(acts[-1])
            acts.append(z if i == len(Ws) - 1 else 1 / (1 + np.exp(-z)))
        return acts

    def __call__(self, X):
        return self.activate(X)[-1].T

    def cost(self, X, T, theta=None):
        D = self.activate(X, theta)[-1] - T.T
        return np.sum(D * D) / X.shape[0]

    def grad(self, X, T):
        acts = self.activate(X)
        Ws = self.mats(self.theta)
        g = np.empty_like(self.theta)
        Gs = self.mats(g)
        D = 2.0 / X.shape[0] * (acts[-1] - T.T)
        for i in reversed(range(len(Ws))):
            Gs[i][...] = D.dot(acts[i].T)
            if i:
                D = Ws[i].T.dot(D) * acts[i] * (1 - acts[i])
        return g

    def fit(self, X, T, rate=0.1, epochs=100, decay=0.0, verbose=25):
        # with decay > 0 the cost is C + decay/2 * |theta|^2
        for e in range(epochs):
            self.theta -= rate * (self.grad(X, T) + decay * self.theta)
            if verbose and e % verbose == 0:
                c = self.cost(X, T) + 0.5 * decay * np.dot(self.theta, self.theta)
                print('%5d  %.6f' % (e, c))
        return self


if __name__ == '__main__':
    x = np.linspace(-1, 1, 50)
    X = np.column_stack([x, x ** 2, np.ones_like(x)])
    T = np.column_stack([np.sin(3 * x), np.abs(x)])
    net = FlatNet(3, 10, 6, 2)
    net.fit(X, T, rate=0.2, epochs=801, decay=1e-4, verbose=200)
    print(np.round(net(X[::10]), 2))
