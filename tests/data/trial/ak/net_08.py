import numpy as np

rng = np.random.RandomState(12)
n, d, h, k = 100, 4, 8, 3
data = rng.normal(size=(n, d))
cls = np.argmax(data[:, :3] + 0.3 * rng.normal(size=(n, 3)), axis=1)
onehot = np.zeros((n, k))
onehot[np.arange(n), cls] = 1


def softplus(u):
    return np.logaddexp(0, u)


def softplus_d(u):
    return 1 / (1 + np.exp(-u))


def softmax(u):
    e = np.exp(u - u.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


class Model:
    # minimises the mean over the batch of sum_k (p_k - t_k)^2, p = softmax output (Brier score)
    def __init__(self):
        s = 0.5
        self.W1 = s * rng.normal(size=(d, h)); self.b1 = np.zeros(h)
        self.W2 = s * rng.normal(size=(h, h)); self.b2 = np.zeros(h)
        self.W3 = s * rng.normal(size=(h, k)); self.b3 = np.zeros(k)
        self.names = ['W1', 'b1', 'W2', 'b2', 'W3', 'b3']
        self.vel = {nm: 0 * getattr(self, nm) for nm in self.names}

    def forward(self, x):
        self.x = x
        self.z1 = x @ self.W1 + self.b1
        self.h1 = softplus(self.z1)
        self.z2 = self.h1 @ self.W2 + self.b2
        self.h2 = softplus(self.z2)
        self.p = softmax(self.h2 @ self.W3 + self.b3)
        return self.p

    def brier(self, x, t):
        return ((self.forward(x) - t) ** 2).sum(1).mean()

    def backward(self, t):
        g = {}
        dp = 2 * (self.p - t) / len(t)
        d3 = dp * self.p * (1 - self.p)
        g['W3'] = self.h2.T @ d3
        g['b3'] = d3.sum(0)
        d2 = (d3 @ self.W3.T) * softplus_d(self.z1)
        g['W2'] = self.h1.T @ d2
        g['b2'] = d2.sum(0)
        d1 = (d2 @ self.W2.T) * softplus_d(self.z1)
        g['W1'] = self.x.T @ d1
        g['b1'] = d1.sum(0)
        return g

    def update(self, g, lr=0.2, mom=0.9):
        for nm in self.names:
            self.vel[nm] = mom * self.vel[nm] - lr * g[nm]
            setattr(self, nm, getattr(self, nm) + self.vel[nm])


def run(epochs=30, bs=20):
    net = Model()
    for e in range(epochs):
        perm = rng.permutation(n)
        for i in range(0, n, bs):
            sel = perm[i:i + bs]
            net.forward(data[sel])
            net.update(net.backward(onehot[sel]))
        if e % 10 == 9:
            print(e + 1, 'brier', net.brier(data, onehot),
                  'acc', (net.forward(data).argmax(1) == cls).mean())
    return net


if __name__ == '__main__':
    run()
