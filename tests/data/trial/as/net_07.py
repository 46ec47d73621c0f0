import numpy as np


class DeepNet:
    """
    in -> width -> width -> width -> out, sigmoid-free: tanh hidden units, linear output.
    Trained by minibatch SGD with classical momentum on the mean squared error.
    """

    def __init__(self, n_in, width, n_out, depth=3, lr=0.02, mu=0.8, seed=0):
        rng = np.random.default_rng(seed)
        self.lr, self.mu, self.depth = lr, mu, depth
        self.W_in = rng.normal(size=(n_in, width)) / np.sqrt(n_in)
        self.W_hid = [rng.normal(size=(width, width)) / np.sqrt(width) for _ in range(depth - 1)]
        self.W_out = rng.normal(size=(width, n_out)) / np.sqrt(width)
        self.b_hid = [np.zeros(width) for _ in range(depth)]
        self.b_out = np.zeros(n_out)
        # velocities
        self.v_in = np.zeros_like(self.W_in)
        self.v_hid = [np.zeros((width, width))] * (depth - 1)
        self.v_out = np.zeros_like(self.W_out)
        self.vb_hid = [np.zeros(width) for _ in range(depth)]
        self.vb_out = np.zeros_like(self.b_out)

    def forward(self, x):
        self.h = [np.tanh(x @ self.W_in + self.b_hid[0])]
        for W, b in zip(self.W_hid, self.b_hid[1:]):
            self.h.append(np.tanh(self.h[-1] @ W + b))
        return self.h[-1] @ self.W_out + self.b_out

    def mse(self, x, y):
        return np.mean((self.forward(x) - y) ** 2)

    def _apply(self, p, v, g):
        v *= self.mu
        v -= self.lr * g
        p += v

    def train_batch(self, x, y):
        yhat = self.forward(x)
        d = 2.0 * (yhat - y) / y.size
        g_out, gb_out = self.h[-1].T @ d, d.sum(0)
        d = d @ self.W_out.T * (1 - self.h[-1] ** 2)
        g_hid, gb_hid = [None] * (self.depth - 1), [None] * self.depth
        for i in range(self.depth - 2, -1, -1):
            g_hid[i] = self.h[i].T @ d
            gb_hid[i + 1] = d.sum(0)
            d = d @ self.W_hid[i].T * (1 - self.h[i] ** 2)
        g_in = x.T @ d
        gb_hid[0] = d.sum(0)

        self._apply(self.W_in, self.v_in, g_in)
        self._apply(self.W_out, self.v_out, g_out)
        self._apply(self.b_out, self.vb_out, gb_out)
        for i in range(self.depth - 1):
            self._apply(self.W_hid[i], self.v_hid[i], g_hid[i])
        for i in range(self.depth):
            self._apply(self.b_hid[i], self.vb_hid[i], gb_hid[i])


def run():
    rng = np.random.default_rng(5)
    x = rng.uniform(-1, 1, (120, 2))
    y = np.stack([np.sin(3 * x[:, 0]) * x[:, 1], np.cos(2 * x[:, 1])], axis=1)
    net = DeepNet(2, 10, 2)
    for ep in range(100):
        order = rng.permutation(120)
        for k in range(0, 120, 24):
            net.train_batch(x[order[k:k + 24]], y[order[k:k + 24]])
        if ep % 20 == 0:
            print("epoch", ep, "mse", round(net.mse(x, y), 5))
    print("final", net.mse(x, y))


if __name__ == "__main__":
    run()
