import numpy as np

class FlatMLP:
    # all parameters live in one vector; W(k) and b(k) are views into it
    def __init__(self, shape, lr=1e-2, beta=0.8, wd=1e-3, seed=None):
        self.shape = shape
        self.lr, self.beta, self.wd = lr, beta, wd
        self.slots = []
        p = 0
        for a, b in zip(shape, shape[1:]):
            self.slots.append((p, p + a * b, p + a * b + b))
            p += a * b + b
        r = np.random.RandomState(seed)
        self.theta = r.uniform(-0.6, 0.6, p)
        self.grad = np.zeros(p)
        self.mom = np.zeros(p)

    def views(self, vec, k):
        s, m, e = self.slots[k]
        return vec[s:m].reshape(self.shape[k + 1], self.shape[k]), vec[m:e]

    def run(self, x):
        self.o = [x]
        n = len(self.slots)
        for k in range(n):
            W, b = self.views(self.theta, k)
            s = W @ self.o[-1] + b
            self.o.append(s if k == n - 1 else np.tanh(s))
        return self.o[-1]

    # squared error of one sample (summed over outputs) + wd/2 * |theta|^2
    def objective(self, x, t):
        return np.sum((self.run(x) - t) ** 2) + 0.5 * self.wd * self.theta @ self.theta

    def learn(self, x, t):
        err = self.run(x) - t
        delta = 2 * err
        for k in reversed(range(len(self.slots))):
            gW, gb = self.views(self.grad, k)
            gW[:] = np.outer(delta, self.o[k])
            gb[:] = delta
            if k > 0:
                W, _ = self.views(self.theta, k)
                delta = (W.T @ delta) * (1 - self.o[k] ** 2)
        self.mom = self.beta * self.mom + self.grad + self.wd * self.theta
        self.theta -= self.lr * self.mom
        return err @ err


def target(x):
    return np.array([x[0] * x[1], np.cos(2 * x[0]), x[1] - x[0]])


if __name__ == "__main__":
    r = np.random.RandomState(4)
    net = FlatMLP((2, 8, 7, 6, 3), seed=4)
    avg = None
    for i in range(4001):
        x = r.uniform(-1, 1, 2)
        e = net.learn(x, target(x))
        avg = e if avg is None else 0.99 * avg + 0.01 * e
        if i % 1000 == 0:
            print(i, "running error", round(avg, 5))
