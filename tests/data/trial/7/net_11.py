# House heating load forecast -> decides when to start the heat pump.
# Samples arrive one by one from MQTT; we collect gradients and apply them every BATCH samples.
import numpy as np

BATCH = 8
ALPHA = 0.6   # elu


def elu(s):
    return np.where(s > 0, s, ALPHA * (np.exp(np.minimum(s, 0)) - 1))


def elu_d(s):
    return np.where(s > 0, 1.0, np.exp(np.minimum(s, 0)))


class LoadForecaster:
    """Loss per sample is (forecast - measured)^2, a batch is the average of its samples."""

    def __init__(self, shape=(4, 8, 5, 1), lr=0.02, seed=13):
        gen = np.random.default_rng(seed)
        self.lr = lr
        self.weights = [gen.standard_normal((a, b)) / np.sqrt(a) for a, b in zip(shape, shape[1:])]
        self.offsets = [np.zeros(b) for b in shape[1:]]
        self.acc_w = [np.zeros_like(w) for w in self.weights]
        self.acc_o = [np.zeros_like(o) for o in self.offsets]
        self.pending = 0

    def forecast(self, x, keep=False):
        outs, sums = [x], []
        last = len(self.weights) - 1
        for i in range(last + 1):
            s = outs[-1] @ self.weights[i] + self.offsets[i]
            sums.append(s)
            outs.append(s if i == last else elu(s))
        if keep:
            return outs, sums
        return outs[-1][0]

    def sample_loss(self, x, measured):
        return (self.forecast(x) - measured) ** 2

    def observe(self, x, measured):
        outs, sums = self.forecast(x, keep=True)
        d = 2 * (outs[-1] - measured)
        for i in reversed(range(len(self.weights))):
            self.acc_w[i] += np.outer(outs[i], d)
            self.acc_o[i] += d
            if i > 0:
                d = (self.weights[i] @ d) * elu_d(sums[i - 1])
        self.pending += 1
        if self.pending == BATCH:
            self.apply()

    def apply(self):
        for i in range(len(self.weights)):
            self.weights[i] -= self.lr * self.acc_w[i] / self.pending
            self.offsets[i] -= self.lr * self.acc_o[i] / self.pending
        self.pending = 0


def mqtt_stub(n, seed=0):
    gen = np.random.default_rng(seed)
    for _ in range(n):
        t_out, wind, sun, hour = gen.uniform(-1, 1, 4)
        load = 0.5 - 0.8 * t_out + 0.3 * wind * (t_out < 0) - 0.4 * max(sun, 0) + 0.2 * np.cos(3 * hour)
        yield np.array([t_out, wind, sun, hour]), load


if __name__ == "__main__":
    fc = LoadForecaster(lr=0.0005)
    running = []
    for i, (x, load) in enumerate(mqtt_stub(1600)):
        running.append(fc.sample_loss(x, load))
        fc.observe(x, load)
        if (i + 1) % 200 == 0:
            print(f"{i + 1:5d} samples, mean loss {np.mean(running):.4f}")
            running = []
    print("cold windy night:", round(fc.forecast(np.array([-0.9, 0.8, -1.0, 0.1])), 3), "kW (scaled)")
