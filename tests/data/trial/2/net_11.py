import numpy as np


def make_model(sizes, alpha=0.7, l2=0.01):
    """Returns (theta, objective, accuracy).

    All parameters are kept in one vector, so that the same objective(theta, ...) can be handed
    to scipy.optimize later on.
    """
    shapes = []
    for a, b in zip(sizes[:-1], sizes[1:]):
        shapes += [(a, b), (b,)]
    lengths = [int(np.prod(s)) for s in shapes]
    cuts = np.cumsum(lengths)[:-1]

    def unpack(theta):
        parts = [p.reshape(s) for p, s in zip(np.split(theta, cuts), shapes)]
        return parts[0::2], parts[1::2]

    def pack(Ws, bs):
        return np.concatenate([p.ravel() for pair in zip(Ws, bs) for p in pair])

    def elu(z):
        return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))

    def elu_slope_from_output(a):
        return np.where(a > 0, 1.0, a + alpha)

    def forward(theta, X):
        Ws, bs = unpack(theta)
        layers = [X]
        for W, b in zip(Ws[:-1], bs[:-1]):
            layers.append(elu(layers[-1].dot(W) + b))
        scores = layers[-1].dot(Ws[-1]) + bs[-1]
        scores -= scores.max(axis=1, keepdims=True)
        logp = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        return layers, logp

    def objective(theta, X, onehot):
        """mean cross entropy + l2/2 * |weights|^2, with its gradient"""
        Ws, bs = unpack(theta)
        layers, logp = forward(theta, X)
        n = X.shape[0]
        value = -(onehot * logp).sum() / n + 0.5 * l2 * sum((W ** 2).sum() for W in Ws)
        gW = [None] * len(Ws)
        gb = [None] * len(bs)
        back = (np.exp(logp) - onehot) / n
        k = len(Ws)
        while k:
            k -= 1
            gW[k] = layers[k].T.dot(back) + l2 * Ws[k]
            gb[k] = back.sum(axis=0)
            if k:
                back = back.dot(Ws[k].T) * elu_slope_from_output(layers[k])
        return value, pack(gW, gb)

    def accuracy(theta, X, onehot):
        return (forward(theta, X)[1].argmax(1) == onehot.argmax(1)).mean()

    rng = np.random.default_rng(8)
    Ws = [rng.normal(scale=1 / np.sqrt(a), size=(a, b)) for a, b in zip(sizes[:-1], sizes[1:])]
    bs = [np.zeros(b) for b in sizes[1:]]
    return pack(Ws, bs), objective, accuracy


def spirals(per_class=50, classes=3):
    rng = np.random.default_rng(4)
    X, lab = [], []
    for c in range(classes):
        r = np.linspace(0.1, 1, per_class)
        t = np.linspace(c * 2.1, c * 2.1 + 2.5, per_class) + rng.normal(0, 0.1, per_class)
        X.append(np.stack([r * np.cos(t), r * np.sin(t)], 1))
        lab += [c] * per_class
    return np.concatenate(X), np.eye(classes)[lab]


if __name__ == "__main__":
    X, T = spirals()
    theta, objective, accuracy = make_model([2, 16, 10, 3], l2=1e-3)
    for it in range(1001):
        value, grad = objective(theta, X, T)
        theta = theta - 0.3 * grad
        if it % 200 == 0:
            print(it, "%.4f" % value, "acc %.2f" % accuracy(theta, X, T))
