# Question: how can I speed up this deep MLP in plain numpy? Full code below.
import numpy as np

C = np.sqrt(2.0 / np.pi)


def gelu(x):
    return 0.5 * x * (1.0 + np.tanh(C * (x + 0.044715 * x ** 3)))


def gelu_grad(x):
    th = np.tanh(C * (x + 0.044715 * x ** 3))
    return 0.5 * (1.0 + th) + 0.5 * x * (1.0 - th ** 2) * C * (1.0 + 0.044715 * x ** 2)


class DeepNet:
    def __init__(self, n_in, width, depth, seed=0):
        r = np.random.RandomState(seed)
        self.depth = depth
        prev = n_in
        for k in range(1, depth + 1):
            setattr(self, "W%d" % k, r.randn(prev, width) * np.sqrt(2.0 / prev))
            setattr(self, "b%d" % k, np.zeros(width))
            prev = width
        self.Wo = r.randn(prev, 1) * np.sqrt(1.0 / prev)
        self.bo = np.zeros(1)

    def forward(self, X):
        self.acts = [X]
        self.pre = []
        for k in range(1, self.depth + 1):
            z = self.acts[-1] @ getattr(self, "W%d" % k) + getattr(self, "b%d" % k)
            self.pre.append(z)
            self.acts.append(gelu(z))
        logit = self.acts[-1] @ self.Wo + self.bo
        self.p = 1.0 / (1.0 + np.exp(-logit))
        return self.p

    def bce(self, y):
        return -np.mean(y * np.log(self.p) + (1 - y) * np.log(1 - self.p))

    def backward(self, y):
        g = {}
        d = (self.p - y) * self.p * (1 - self.p) / len(y)
        g["Wo"] = self.acts[-1].T @ d
        g["bo"] = d.sum(0)
        d = d @ self.Wo.T
        for k in range(self.depth, 0, -1):
            d = d * gelu_grad(self.pre[k - 1])
            g["W%d" % k] = self.acts[k - 1].T @ d
            g["b%d" % k] = d.sum(0)
            d = d @ getattr(self, "W%d" % k).T
        return g

    def sgd(self, g, lr):
        for name in g:
            setattr(self, name, getattr(self, name) - lr * g[name])


def main():
    r = np.random.RandomState(1)
    X = r.randn(200, 5)
    y = (np.sin(X[:, :1]) + X[:, 1:2] * X[:, 2:3] > 0).astype(float)
    net = DeepNet(5, 12, 4)
    for epoch in range(60):
        perm = r.permutation(len(X))
        for s in range(0, len(X), 25):
            idx = perm[s:s + 25]
            net.forward(X[idx])
            net.sgd(net.backward(y[idx]), lr=0.1)
        net.forward(X)
        if epoch % 10 == 0:
            print("epoch", epoch, "BCE", net.bce(y), "acc", np.mean((net.p > 0.5) == y))


if __name__ == "__main__":
    main()
