"""
load_forecast -- tomorrow's peak load from today's weather, 3 outputs (morning / noon / evening).

The bias is handled by an additional unit that is always 1, so every weight
matrix has one row more than the layer below has units.
"""
import numpy as np


def with_bias(M):
    return np.hstack([M, np.ones((M.shape[0], 1))])


def logistic(t):
    return 1.0 / (1.0 + np.exp(-t))


class LoadForecaster(object):

    def __init__(self, n_weather, n_hidden=9, n_out=3, eta=0.2, random_state=None):
        rs = np.random.RandomState(random_state)
        self.V = rs.uniform(-0.6, 0.6, size=(n_weather + 1, n_hidden))
        self.W = rs.uniform(-0.6, 0.6, size=(n_hidden + 1, n_out))
        self.eta = eta
        self.errors_ = []

    def predict(self, X):
        H = logistic(np.dot(with_bias(X), self.V))
        return np.dot(with_bias(H), self.W)

    def energy(self, X, T):
        """half squared error per day, summed over the outputs"""
        return 0.5 * np.sum((self.predict(X) - T) ** 2) / len(X)

    def partial_fit(self, X, T):
        n = float(X.shape[0])
        Xb = with_bias(X)
        H = logistic(np.dot(Xb, self.V))
        Hb = with_bias(H)
        out = np.dot(Hb, self.W)

        d_out = (out - T) / n
        d_hid = np.dot(d_out, self.W[1:].T) * H * (1.0 - H)

        self.W -= self.eta * np.dot(Hb.T, d_out)
        self.V -= self.eta * np.dot(Xb.T, d_hid)
        return self

    def fit(self, X, T, n_iter=400):
        for _ in range(n_iter):
            self.partial_fit(X, T)
            self.errors_.append(self.energy(X, T))
        return self


def synthetic_year(days=365, seed=5):
    rs = np.random.RandomState(seed)
    t = np.arange(days)
    temp = -np.cos(2 * np.pi * t / 365.0) + 0.2 * rs.randn(days)
    wind = rs.gamma(2.0, 0.3, days)
    cloud = rs.beta(2, 2, days)
    weekend = (t % 7 >= 5).astype(float)
    X = np.c_[temp, wind, cloud, weekend]
    morning = 1.0 - 0.4 * temp - 0.5 * weekend
    noon = 0.7 + 0.5 * temp ** 2 - 0.2 * cloud
    evening = 1.2 - 0.6 * np.tanh(2 * temp) + 0.1 * wind
    return X, np.c_[morning, noon, evening]


if __name__ == "__main__":
    X, T = synthetic_year()
    model = LoadForecaster(4, random_state=1).fit(X[:300], T[:300])
    for k in (0, 50, 100, 399):
        print("iter %3d  E = %.5f" % (k, model.errors_[k]))
    print("held out: %.5f" % model.energy(X[300:], T[300:]))
