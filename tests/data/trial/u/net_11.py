"""Relief-valve trip prediction (trip / no trip) from pressure, flow, temperature.

Per-sample gradients are accumulated over a mini-batch; the mean over the batch is applied.
"""
import numpy as np


class TripNet:
    def __init__(self, n_in=3, n_hidden=7, seed=0):
        r = np.random.RandomState(seed)
        self.Wh = r.randn(n_hidden, n_in) * 0.6
        self.bh = r.randn(n_hidden) * 0.1
        self.wo = r.randn(n_hidden) * 0.6
        self.bo = 0.0

    def probability(self, x):
        self.h = np.tanh(self.Wh.dot(x) + self.bh)
        return 1.0 / (1.0 + np.exp(-(self.wo.dot(self.h) + self.bo)))

    def nll(self, X, y):
        """mean negative log-likelihood"""
        s = 0.0
        for x, t in zip(X, y):
            p = self.probability(x)
            s -= t * np.log(p) + (1 - t) * np.log(1 - p)
        return s / len(X)

    def sample_gradients(self, x, t):
        p = self.probability(x)
        d_out = p - t
        d_hid = d_out * self.wo * (1.0 - self.h)
        return np.outer(d_hid, x), d_hid, d_out * self.h, d_out

    def train_epoch(self, X, y, batch=10, lr=0.1):
        gWh = np.zeros_like(self.Wh)
        gbh = np.zeros_like(self.bh)
        gwo = np.zeros_like(self.wo)
        gbo = 0.0
        for start in range(0, len(X), batch):
            xb, yb = X[start:start + batch], y[start:start + batch]
            for x, t in zip(xb, yb):
                a, b, c, d = self.sample_gradients(x, t)
                gWh += a
                gbh += b
                gwo += c
                gbo += d
            m = len(xb)
            self.Wh -= lr * gWh / m
            self.bh -= lr * gbh / m
            self.wo -= lr * gwo / m
            self.bo -= lr * gbo / m


def plant_data(n=120, seed=1):
    r = np.random.RandomState(seed)
    X = r.randn(n, 3)
    score = 1.5 * X[:, 0] - X[:, 1] * X[:, 2] + 0.4 * X[:, 2] - 0.3
    y = (score + 0.3 * r.randn(n) > 0).astype(float)
    return X, y


if __name__ == "__main__":
    X, y = plant_data()
    net = TripNet()
    print("start", net.nll(X, y))
    for epoch in range(30):
        net.train_epoch(X, y, lr=0.02)
        if (epoch + 1) % 10 == 0:
            hit = np.mean([(net.probability(x) > 0.5) == (t > 0.5) for x, t in zip(X, y)])
            print("epoch", epoch + 1, "nll", net.nll(X, y), "accuracy", hit)
