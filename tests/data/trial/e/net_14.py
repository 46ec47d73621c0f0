import numpy as np


class Adam:
    def __init__(self, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.t = 0
        self.m = None
        self.v = None

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        for i, (p, g) in enumerate(zip(params, grads)):
            self.t += 1
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g ** 2
            m_hat = self.m[i] / (1 - self.beta1 ** self.t)
            v_hat = self.v[i] / (1 - self.beta2 ** self.t)
            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


class LeakyReLU:
    def __init__(self, slope=0.1):
        self.slope = slope

    def f(self, z):
        return np.where(z > 0, z, self.slope * z)

    def df(self, z):
        return np.where(z > 0, 1.0, self.slope)


class BinaryClassifier:
    """Samples are columns. Output is a logit, trained on binary cross entropy."""

    def __init__(self, layer_dims, optimizer, seed=None):
        rng = np.random.RandomState(seed)
        self.params = []
        for n_prev, n in zip(layer_dims[:-1], layer_dims[1:]):
            self.params.append(rng.randn(n, n_prev) * np.sqrt(2.0 / n_prev))
            self.params.append(np.zeros((n, 1)))
        self.act = LeakyReLU()
        self.opt = optimizer
        self.n_layers = len(layer_dims) - 1

    def logits(self, X, cache=None):
        A = X
        for l in range(self.n_layers):
            Z = np.dot(self.params[2 * l], A) + self.params[2 * l + 1]
            if cache is not None:
                cache.append((A, Z))
            A = self.act.f(Z) if l < self.n_layers - 1 else Z
        return A

    def loss(self, Z, Y):
        return np.mean(np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z))))

    def fit_batch(self, X, Y):
        cache = []
        Z = self.logits(X, cache)
        loss = self.loss(Z, Y)
        grads = [None] * len(self.params)
        dZ = (1 / (1 + np.exp(-Z)) - Y) / X.shape[1]
        for l in range(self.n_layers - 1, -1, -1):
            A_prev, _ = cache[l]
            grads[2 * l] = np.dot(dZ, A_prev.T)
            grads[2 * l + 1] = np.sum(dZ, axis=1, keepdims=True)
            if l > 0:
                dZ = np.dot(self.params[2 * l].T, dZ) * self.act.df(cache[l - 1][1])
        self.opt.update(self.params, grads)
        return loss

    def accuracy(self, X, Y):
        return np.mean((self.logits(X) > 0) == (Y > 0.5))


def moons(n, seed):
    rng = np.random.RandomState(seed)
    t = rng.rand(n) * np.pi
    c = rng.rand(n) > 0.5
    x = np.where(c, np.cos(t), 1 - np.cos(t))
    y = np.where(c, np.sin(t), 0.5 - np.sin(t))
    return np.vstack([x, y]) + 0.1 * rng.randn(2, n), c[None, :].astype(float)


if __name__ == "__main__":
    X, Y = moons(400, seed=1)
    clf = BinaryClassifier([2, 16, 8, 1], Adam(lr=0.01), seed=0)
    for epoch in range(30):
        for s in range(0, 400, 50):
            loss = clf.fit_batch(X[:, s:s + 50], Y[:, s:s + 50])
        if epoch % 5 == 0:
            print("Epoch {:2d} loss {:.4f} acc {:.3f}".format(epoch, loss, clf.accuracy(X, Y)))
