import numpy as np
from functools import partial

# robot arm: two joint angles -> (x, y) of the gripper


def elu(z, a=1.0):
    return np.where(z > 0, z, a * (np.exp(np.minimum(z, 0)) - 1))


def elu_grad_from_output(h, a=1.0):
    return np.where(h > 0, 1.0, h + a)


def init(key, n_in=2, n_hidden=15, n_out=2):
    g = np.random.default_rng(key)
    return (g.standard_normal((n_in, n_hidden)), g.standard_normal((n_hidden, n_out)) * 0.3)


def apply(params, q):
    V, U = params
    h = elu(q @ V)
    return h, h @ U


def loss_fn(params, q, pos):
    """half the squared distance to the target, averaged over the samples"""
    _, out = apply(params, q)
    return 0.5 * np.mean(np.sum((out - pos) ** 2, axis=1))


def grad_fn(params, q, pos):
    V, U = params
    h, out = apply(params, q)
    r = (out - pos) / q.shape[0]
    gU = h.T @ r
    gV = q.T @ ((r @ U.T) * elu_grad_from_output(h))
    return gV, gU


def sgd(params, grads, lr):
    return tuple(p - lr * g for p, g in zip(params, grads))


def make_data(n, seed):
    g = np.random.default_rng(seed)
    q = g.uniform(-1.5, 1.5, (n, 2))
    pos = np.stack([np.cos(q[:, 0]) + 0.7 * np.cos(q.sum(1)), np.sin(q[:, 0]) + 0.7 * np.sin(q.sum(1))], 1)
    return q, pos


def main(steps=500):
    q, pos = make_data(128, 3)
    params = init(1)
    opt = partial(sgd, lr=0.05)
    for s in range(steps):
        params = opt(params, grad_fn(params, q, pos))
        if s % 100 == 0:
            print(s, loss_fn(params, q, pos))
    return params


if __name__ == "__main__":
    main()
