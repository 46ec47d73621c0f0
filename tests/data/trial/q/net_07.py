"""Regression MLP on one flat parameter vector (so I can reuse my optimiser from HW1).

theta = [W0.ravel(), b0, W1.ravel(), b1, ...], W_l has shape (fan_in, fan_out).
Objective: J(theta) = 1/(2N) * sum_n ||f(x_n; theta) - y_n||^2
"""
import numpy as np


def shapes(arch):
    return [(arch[i], arch[i + 1]) for i in range(len(arch) - 1)]


def init(arch, seed):
    rs = np.random.RandomState(seed)
    chunks = []
    for fi, fo in shapes(arch):
        lim = np.sqrt(6.0 / (fi + fo))
        chunks += [rs.uniform(-lim, lim, fi * fo), np.zeros(fo)]
    return np.concatenate(chunks)


def unpack(theta, arch):
    out, k = [], 0
    for fi, fo in shapes(arch):
        W = theta[k:k + fi * fo].reshape(fi, fo)
        k += fi * fo
        b = theta[k:k + fo]
        k += fo
        out.append((W, b))
    assert k == theta.size
    return out


softplus = lambda z: np.logaddexp(0.0, z)
dsoftplus = lambda z: 0.5 * (1.0 + np.tanh(0.5 * z))     # = logistic(z)


def f(theta, arch, X):
    h = X
    layers = unpack(theta, arch)
    for W, b in layers[:-1]:
        h = softplus(h @ W + b)
    W, b = layers[-1]
    return h @ W + b


def J(theta, arch, X, Y):
    R = f(theta, arch, X) - Y
    return 0.5 * np.sum(R * R) / len(X)


def gradJ(theta, arch, X, Y):
    layers = unpack(theta, arch)
    H, Z = [X], []
    for l, (W, b) in enumerate(layers):
        Z.append(H[-1] @ W + b)
        H.append(softplus(Z[-1]) if l < len(layers) - 1 else Z[-1])
    g = np.empty_like(theta)
    views = unpack(g, arch)
    D = (H[-1] - Y) / len(X)
    for l in reversed(range(len(layers))):
        gW, gb = views[l]
        gW[...] = H[l].T @ D
        gb[...] = D.sum(0)
        if l:
            D = (D @ layers[l][0].T) * dsoftplus(Z[l - 1])
    return g


def sgd(theta, arch, X, Y, lr=0.1, mu=0.8, epochs=200, bs=20, seed=0):
    rs = np.random.RandomState(seed)
    v = np.zeros_like(theta)
    hist = []
    for _ in range(epochs):
        p = rs.permutation(len(X))
        for s in range(0, len(X), bs):
            i = p[s:s + bs]
            v = mu * v - lr * gradJ(theta, arch, X[i], Y[i])
            theta = theta + v
        hist.append(J(theta, arch, X, Y))
    return theta, hist


def main():
    rs = np.random.RandomState(5)
    X = rs.uniform(-1, 1, (130, 2))
    Y = np.stack([np.sin(2 * X[:, 0]) + X[:, 1], X[:, 0] - 0.5 * X[:, 1] ** 2], axis=1)
    arch = (2, 10, 6, 2)
    theta, hist = sgd(init(arch, 5), arch, X, Y)
    print("J:", " ".join("%.4f" % h for h in hist[::20]))


if __name__ == "__main__":
    main()
