import numpy as np


class VolNet:
    """
    Realised-volatility forecast (HAR regressors -> softplus layer -> linear).

    Minimises the mean squared forecast error with classical momentum.
    x : (T, 3)   daily / weekly / monthly RV,   y : (T,)   next-day RV
    """

    def __init__(self, n_hidden=6, lr=0.02, mom=0.9, random_state=0):
        rng = np.random.RandomState(random_state)
        self.lr = lr
        self.mom = mom
        self.W1 = rng.uniform(-0.5, 0.5, (3, n_hidden))
        self.b1 = np.zeros(n_hidden)
        self.W2 = rng.uniform(-0.5, 0.5, (n_hidden, n_hidden))
        self.b2 = np.zeros(n_hidden)
        self.w3 = rng.uniform(-0.5, 0.5, n_hidden)
        self.b3 = np.zeros(1)

        self.vW1 = np.zeros_like(self.W1)
        self.vb1 = np.zeros_like(self.b1)
        self.vW2 = np.zeros_like(self.W2)
        self.vb2 = np.zeros_like(self.b2)
        self.vw3 = np.zeros_like(self.w3)
        self.vb3 = np.zeros_like(self.b3)

    @staticmethod
    def _softplus(z):
        return np.logaddexp(0.0, z)

    @staticmethod
    def _dsoftplus(z):
        return 1.0 / (1.0 + np.exp(-z))

    def predict(self, x):
        self.z1 = x @ self.W1 + self.b1
        self.h1 = self._softplus(self.z1)
        self.z2 = self.h1 @ self.W2 + self.b2
        self.h2 = self._softplus(self.z2)
        return self.h2 @ self.w3 + self.b3

    def msfe(self, x, y):
        return np.mean((self.predict(x) - y) ** 2)

    def step(self, x, y):
        T = len(y)
        err = self.predict(x) - y
        d3 = 2.0 * err / T
        gw3 = self.h2.T @ d3
        gb3 = np.sum(d3)
        d2 = d3[:, None] * self.w3[None, :] * self._dsoftplus(self.z2)
        gW2 = self.h1.T @ d2
        gb2 = d2.sum(axis=0)
        d1 = d2 @ self.W2.T * self._dsoftplus(self.z1)
        gW1 = x.T @ d1
        gb1 = d1.sum(axis=0)

        self.vW1 = self.mom * self.vW1 - self.lr * gW1
        self.vb1 = self.mom * self.vb1 - self.lr * gb1
        self.vW2 = self.mom * self.vW2 - self.lr * gW2
        self.vb2 = self.mom * self.vb1 - self.lr * gb2
        self.vw3 = self.mom * self.vw3 - self.lr * gw3
        self.vb3 = self.mom * self.vb3 - self.lr * gb3

        self.W1 += self.vW1
        self.b1 += self.vb1
        self.W2 += self.vW2
        self.b2 += self.vb2
        self.w3 += self.vw3
        self.b3 += self.vb3
        return np.mean(err ** 2)


def simulate_har(T=600, seed=5):
    rng = np.random.RandomState(seed)
    rv = np.ones(T + 23)
    for t in range(22, T + 22):
        m = 0.1 + 0.4 * rv[t] + 0.3 * rv[t-4:t+1].mean() + 0.2 * rv[t-21:t+1].mean()
        rv[t + 1] = m * np.exp(0.15 * rng.randn())
    idx = np.arange(22, T + 22)
    X = np.column_stack([rv[idx],
                         [rv[i-4:i+1].mean() for i in idx],
                         [rv[i-21:i+1].mean() for i in idx]])
    return X - X.mean(0), rv[idx + 1]


if __name__ == "__main__":
    X, y = simulate_har()
    split = 450
    net = VolNet()
    for i in range(401):
        l = net.step(X[:split], y[:split])
        if i % 50 == 0:
            print("iter", i, "in-sample MSFE", round(l, 5))
    print("out-of-sample", net.msfe(X[split:], y[split:]), "naive", np.var(y[split:]))
