"""Basket segment recommender: deep ReLU net without biases, samples in columns."""
import numpy as np


class SegmentNet:
    def __init__(self, widths, seed=0):
        rng = np.random.default_rng(seed)
        self.theta = {f"M{k}": rng.normal(size=(widths[k], widths[k - 1])) * np.sqrt(2 / widths[k - 1])
                      for k in range(1, len(widths))}
        self.L = len(widths) - 1

    def propagate(self, X):
        cache = {"H0": X}
        for k in range(1, self.L + 1):
            Z = self.theta[f"M{k}"] @ cache[f"H{k - 1}"]
            cache[f"Z{k}"] = Z
            cache[f"H{k}"] = np.maximum(Z, 0) if k < self.L else Z
        S = cache[f"H{self.L}"]
        S = S - S.max(axis=0, keepdims=True)
        E = np.exp(S)
        cache["P"] = E / E.sum(axis=0, keepdims=True)
        return cache

    def nll(self, X, T):
        P = self.propagate(X)["P"]
        return -np.sum(T * np.log(P)) / X.shape[1]

    def backpropagate(self, cache, T):
        grads = {}
        D = (cache["P"] - T) / T.shape[1]
        for k in range(self.L, 0, -1):
            grads[f"M{k}"] = D @ cache[f"H{k - 1}"].T
            if k > 1:
                D = self.theta[f"M{k}"].T @ D
                D[cache[f"Z{k - 1}"] <= 0] = 0
        return grads

    def descend(self, X, T, lr):
        grads = self.backpropagate(self.propagate(X), T)
        for name in self.theta:
            self.theta[name] -= lr * grads[name]


def one_hot(labels, k):
    T = np.zeros((k, labels.size))
    T[labels, np.arange(labels.size)] = 1
    return T


if __name__ == "__main__":
    rng = np.random.default_rng(4)
    X = rng.normal(size=(6, 240))
    labels = np.argmax(np.vstack([X[0] + X[1], X[2] - X[3], np.abs(X[4]) + X[5]]), axis=0)
    T = one_hot(labels, 3)
    net = SegmentNet([6, 12, 10, 8, 8, 3])
    for epoch in range(60):
        for s in range(0, 240, 40):
            net.descend(X[:, s:s + 40], T[:, s:s + 40], 0.05)
        if epoch % 20 == 0:
            print("epoch", epoch, "nll", net.nll(X, T))
    hit = np.argmax(net.propagate(X)["P"], axis=0) == labels
    print("hit rate", hit.mean())
