import numpy as np

# MLP for a 3-class toy problem ("spiral"), 3 hidden layers, sigmoid units
# loss: categorical cross entropy averaged over the batch


class MLP:
    def __init__(self, sizes, lr=0.5, seed=42):
        rng = np.random.default_rng(seed)
        self.lr = lr
        self.W = []
        self.b = []
        for i in range(len(sizes) - 1):
            self.W.append(rng.standard_normal((sizes[i], sizes[i + 1])) * 2 / np.sqrt(sizes[i]))
            self.b.append(np.zeros((1, sizes[i + 1])))

    @staticmethod
    def _sig(x):
        return 1 / (1 + np.exp(-x))

    @staticmethod
    def _softmax(x):
        ex = np.exp(x - np.max(x))
        return ex / np.sum(ex, axis=0)

    def predict_proba(self, X):
        self.acts = [X]
        for W, b in zip(self.W[:-1], self.b[:-1]):
            self.acts.append(self._sig(self.acts[-1] @ W + b))
        self.acts.append(self._softmax(self.acts[-1] @ self.W[-1] + self.b[-1]))
        return self.acts[-1]

    def loss(self, X, Y):
        P = self.predict_proba(X)
        return -np.mean(np.sum(Y * np.log(P), axis=1))

    def fit_batch(self, X, Y):
        P = self.predict_proba(X)
        delta = (P - Y) / len(X)
        for i in range(len(self.W) - 1, -1, -1):
            gW = self.acts[i].T @ delta
            gb = delta.sum(axis=0, keepdims=True)
            if i > 0:
                delta = (delta @ self.W[i].T) * self.acts[i] * (1 - self.acts[i])
            self.W[i] -= self.lr * gW
            self.b[i] -= self.lr * gb


def spiral(n=60, k=3, seed=0):
    rng = np.random.default_rng(seed)
    X = np.zeros((n * k, 2))
    t = np.zeros(n * k, dtype=int)
    for j in range(k):
        r = np.linspace(0.0, 1, n)
        th = np.linspace(j * 4, (j + 1) * 4, n) + rng.standard_normal(n) * 0.2
        X[j * n:(j + 1) * n] = np.c_[r * np.sin(th), r * np.cos(th)]
        t[j * n:(j + 1) * n] = j
    return X, t


if __name__ == "__main__":
    X, t = spiral()
    Y = np.eye(3)[t]
    net = MLP([2, 12, 10, 8, 3])
    for epoch in range(401):
        net.fit_batch(X, Y)
        if epoch % 100 == 0:
            acc = (net.predict_proba(X).argmax(1) == t).mean()
            print(epoch, "loss", round(float(net.loss(X, Y)), 4), "acc", round(float(acc), 3))
