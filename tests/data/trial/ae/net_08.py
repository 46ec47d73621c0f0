import numpy as np
# baseline for the paper: linear softmax probe on frozen embeddings (no hidden layer)

class LinearProbe(object):
    """multinomial logistic regression. score: mean NLL + 0.5*l2*||M||_F^2"""

    def __init__(self, dim, n_cls, l2=1e-2, step_size=0.5, batch=25, rseed=None):
        self.M = np.zeros((n_cls, dim))
        self.t = np.zeros((n_cls, 1))
        self.l2, self.step_size, self.batch = l2, step_size, batch
        self.rnd = np.random.RandomState(rseed)

    def _posterior(self, E):
        # E: (dim, n) one embedding per column
        S = self.M.dot(E) + self.t
        S -= S.max(0)
        np.exp(S, out=S)
        S /= S.sum(0)
        return S

    def score(self, E, c):
        p = self._posterior(E)[c, np.arange(c.size)]
        return -np.log(p).mean() + 0.5 * self.l2 * (self.M ** 2).sum()

    def partial_fit(self, E, c):
        n = c.size
        Q = self._posterior(E)
        Q[c, np.arange(n)] -= 1
        Q /= n
        # decay first, the data term does not look at M any more
        self.M *= 1 - self.step_size * self.l2
        self.M -= self.step_size * Q.dot(E.T)
        self.t -= self.step_size * Q.sum(1, keepdims=True)
        return self

    def fit(self, E, c, n_pass=10):
        for ep in range(n_pass):
            idx = self.rnd.permutation(c.size)
            for part in np.array_split(idx, max(1, c.size // self.batch)):
                self.partial_fit(E[:, part], c[part])
            print('pass', ep, 'score', self.score(E, c))
        return self

    def __call__(self, E):
        return self._posterior(E).argmax(0)


if __name__ == '__main__':
    rnd = np.random.RandomState(99)
    c = rnd.randint(0, 4, 200)
    mu = rnd.randn(6, 4) * 1.5
    E = mu[:, c] + rnd.randn(6, 200)
    probe = LinearProbe(6, 4, rseed=0).fit(E, c)
    print('acc', (probe(E) == c).mean())
