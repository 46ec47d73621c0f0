# Bishop (PRML) section 5.3: tanh hidden units, linear outputs, sum-of-squares
# E_n = 1/2 sum_k (y_k - t_k)^2, patterns presented one after the other.
# The bias is absorbed: x_0 = 1 and z_0 = 1.
import numpy as np

D, M, K = 2, 6, 2


def init(seed=5):
    rng = np.random.default_rng(seed)
    w1 = rng.normal(0, 0.7, size=(M, D + 1))      # w_ji
    w2 = rng.normal(0, 0.7, size=(K, M + 1))      # w_kj
    return w1, w2


def forward(x, w1, w2):
    x_ = np.concatenate(([1.0], x))
    a = w1 @ x_
    z_ = np.concatenate(([1.0], np.tanh(a)))
    y = w2 @ z_
    return x_, z_, y


def error(X, T, w1, w2):
    E = 0.0
    for x, t in zip(X, T):
        y = forward(x, w1, w2)[2]
        E += 0.5 * np.sum((y - t) ** 2)
    return E


def present(x, t, w1, w2, eta):
    """forward propagate, evaluate the deltas, adapt the weights in place"""
    x_, z_, y = forward(x, w1, w2)

    # output units
    delta_k = y - t
    w2 -= eta * np.outer(delta_k, z_)

    # hidden units: delta_j = (1 - z_j^2) sum_k w_kj delta_k
    z = z_[1:]
    delta_j = (1 - z ** 2) * (w2[:, 1:].T @ delta_k)
    w1 -= eta * np.outer(delta_j, x_)


def train(X, T, w1, w2, eta=0.05, sweeps=200):
    order = np.arange(len(X))
    rng = np.random.default_rng(0)
    for s in range(sweeps):
        rng.shuffle(order)
        for n in order:
            present(X[n], T[n], w1, w2, eta)
        if s % 40 == 0:
            print("sweep", s, " E =", round(error(X, T, w1, w2), 5))
    return w1, w2


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    X = rng.uniform(-1, 1, size=(50, D))
    T = np.stack([np.sin(2 * X[:, 0]) + X[:, 1], X[:, 0] * X[:, 1]], axis=1)
    w1, w2 = init()
    train(X, T, w1, w2)
    print("final E =", error(X, T, w1, w2))
