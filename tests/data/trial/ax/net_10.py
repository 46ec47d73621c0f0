import numpy as np

ALPHA = 1.0


def elu(z):
    return np.where(z > 0, z, ALPHA * (np.exp(np.minimum(z, 0)) - 1))


def elu_derivative(z):
    return np.where(z > 0, 1.0, ALPHA * np.exp(np.minimum(z, 0)))


def make_net(dims, seed=0):
    r = np.random.RandomState(seed)
    Ws = [r.randn(dims[i], dims[i + 1]) * np.sqrt(1.5 / dims[i]) for i in range(len(dims) - 1)]
    bs = [0.1 * r.randn(dims[i + 1]) for i in range(len(dims) - 1)]
    return Ws, bs


def run(Ws, bs, X):
    zs = []
    outs = [X]
    for i in range(len(Ws)):
        z = np.matmul(outs[-1], Ws[i]) + bs[i]
        zs.append(z)
        if i < len(Ws) - 1:
            outs.append(elu(z))
        else:
            outs.append(z)
    return zs, outs


def mse(pred, target):
    # 1/(2N) * sum of the squared errors, N = number of samples
    return np.sum((pred - target) ** 2) / (2 * len(target))


def backprop(Ws, bs, X, T):
    zs, outs = run(Ws, bs, X)
    n_layers = len(Ws)
    dWs = [None] * n_layers
    dbs = [None] * n_layers
    err = (outs[-1] - T) / len(X)
    for k in range(n_layers - 1, -1, -1):
        dWs[k] = np.matmul(outs[k].T, err)
        dbs[k] = np.sum(err, axis=0)
        if k > 0:
            err = np.matmul(err, Ws[k].T) * elu_derivative(outs[k])
    return dWs, dbs


def update(Ws, bs, dWs, dbs, lr):
    for k in range(len(Ws)):
        Ws[k] -= lr * dWs[k]
    for k in range(1, len(bs)):
        bs[k] -= lr * dbs[k]


def train(Ws, bs, X, T, lr=0.05, epochs=300, batch=20):
    for e in range(epochs):
        order = np.random.permutation(len(X))
        for start in range(0, len(X), batch):
            sel = order[start:start + batch]
            dWs, dbs = backprop(Ws, bs, X[sel], T[sel])
            update(Ws, bs, dWs, dbs, lr)
        if (e + 1) % 100 == 0:
            print("epoch {:d}: mse {:.5f}".format(e + 1, mse(run(Ws, bs, X)[1][-1], T)))


if __name__ == "__main__":
    np.random.seed(2)
    X = np.random.uniform(-1, 1, size=(100, 3))
    T = np.column_stack([np.sin(3 * X[:, 0]) * X[:, 1], X[:, 2] ** 2])
    Ws, bs = make_net([3, 12, 10, 8, 6, 2])
    train(Ws, bs, X, T)
