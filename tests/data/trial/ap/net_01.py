"""Thermistor bridge linearisation: voltage (2 channels) -> (temperature, drift)."""
import numpy as np


class CalibrationNet:
    def __init__(self, sizes=(2, 10, 6, 2), lr=0.05, mu=0.9, seed=3):
        rng = np.random.default_rng(seed)
        self.weights = []
        self.offsets = []
        for n_in, n_out in zip(sizes[:-1], sizes[1:]):
            self.weights.append(rng.normal(0.0, 1.0 / np.sqrt(n_in), (n_in, n_out)))
            self.offsets.append(np.zeros(n_out))
        self.vel_w = [np.zeros_like(w) for w in self.weights]
        self.vel_o = [np.zeros_like(o) for o in self.offsets]
        self.lr, self.mu = lr, mu

    def predict(self, volts):
        self.signals = [volts]
        s = volts
        last = len(self.weights) - 1
        for k, (w, o) in enumerate(zip(self.weights, self.offsets)):
            s = s @ w + o
            if k < last:
                s = np.tanh(s)
            self.signals.append(s)
        return s

    def mse(self, volts, target):
        return np.mean((self.predict(volts) - target) ** 2)

    def gradients(self, volts, target):
        est = self.predict(volts)
        err = 2.0 * (est - target) / est.size
        gw, go = [None] * len(self.weights), [None] * len(self.weights)
        for k in reversed(range(len(self.weights))):
            gw[k] = self.signals[k].T @ err
            go[k] = err.sum(axis=0)
            if k > 0:
                err = (err @ self.weights[k].T) * (1.0 - self.signals[k] ** 2)
        return gw, go

    def fit_step(self, volts, target):
        gw, go = self.gradients(volts, target)
        for k in range(len(self.weights)):
            self.vel_w[k] = self.mu * self.vel_w[k] - self.lr * gw[k]
            self.vel_o[k] = self.mu * self.vel_o[k] - self.lr * go[k]
            self.weights[k] += self.vel_w[k]
            self.offsets[k] += self.vel_o[k]


def bench_data(n=120, seed=11):
    rng = np.random.default_rng(seed)
    v = rng.uniform(-1, 1, (n, 2))
    temp = np.sin(2 * v[:, 0]) + 0.3 * v[:, 1]
    drift = v[:, 0] * v[:, 1]
    return v, np.column_stack([temp, drift]) + 0.01 * rng.normal(size=(n, 2))


if __name__ == "__main__":
    v, t = bench_data()
    net = CalibrationNet()
    for sweep in range(401):
        net.fit_step(v, t)
        if sweep % 100 == 0:
            print("sweep %4d   mse %.5f" % (sweep, net.mse(v, t)))
