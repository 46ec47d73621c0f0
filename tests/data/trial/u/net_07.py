"""Mineral phase identification from four spectral band ratios (softmax, cross-entropy)."""
import numpy as np


def relu(z):
    return np.maximum(z, 0)


def softmax(s):
    e = np.exp(s - s.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def initialise(dims, seed=0):
    rng = np.random.default_rng(seed)
    P = {}
    for l in range(1, len(dims)):
        P["W%d" % l] = rng.standard_normal((dims[l - 1], dims[l])) * np.sqrt(2 / dims[l - 1])
        P["b%d" % l] = np.full((1, dims[l]), 0.01)
    return P


def forward_pass(P, X):
    L = len(P) // 2
    cache = {"A0": X}
    for l in range(1, L):
        cache["Z%d" % l] = cache["A%d" % (l - 1)] @ P["W%d" % l] + P["b%d" % l]
        cache["A%d" % l] = relu(cache["Z%d" % l])
    probs = softmax(cache["A%d" % (L - 1)] @ P["W%d" % L] + P["b%d" % L])
    return probs, cache


def cross_entropy(probs, labels):
    n = labels.size
    return -np.mean(np.log(probs[np.arange(n), labels]))


def backward_pass(P, cache, probs, labels):
    L = len(P) // 2
    n = labels.size
    G = {}
    dZ = probs.copy()
    dZ[np.arange(n), labels] -= 1
    for l in range(L, 0, -1):
        G["W%d" % l] = cache["A%d" % (l - 1)].T @ dZ / n
        G["b%d" % l] = np.sum(dZ, axis=0, keepdims=True)
        if l > 1:
            dZ = (dZ @ P["W%d" % l].T) * (cache["Z%d" % (l - 1)] > 0)
    return G


def update(P, G, lr):
    return {k: P[k] - lr * G[k] for k in P}


def spectra(n, rng):
    centres = np.array([[0.2, 1.0, -0.5, 0.3],
                        [1.1, 0.1, 0.4, -0.6],
                        [-0.7, 0.3, 0.9, 0.8]])
    labels = rng.integers(0, 3, n)
    return centres[labels] + 0.5 * rng.standard_normal((n, 4)), labels


if __name__ == "__main__":
    rng = np.random.default_rng(12)
    X, labels = spectra(150, rng)
    P = initialise([4, 12, 8, 3])
    for epoch in range(200):
        probs, cache = forward_pass(P, X)
        G = backward_pass(P, cache, probs, labels)
        P = update(P, G, lr=0.05)
        if epoch % 50 == 0:
            acc = np.mean(probs.argmax(1) == labels)
            print(epoch, "loss", round(cross_entropy(probs, labels), 4), "acc", round(acc, 3))
