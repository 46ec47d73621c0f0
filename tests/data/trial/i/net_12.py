# No framework Friday #12: backprop as a stack of closures
# Nairobi, 2024. Goal: predict (yield, moisture) of a maize plot from 4 soil readings.
import numpy as np

rng = np.random.default_rng(12)


def dense(n_in, n_out):
    P = {"W": rng.uniform(-1, 1, (n_in, n_out)) * np.sqrt(3 / n_in), "b": np.zeros((1, n_out))}

    def apply(x):
        def pull(g):
            return g @ P["W"].T, {"W": x.T @ g, "b": g.sum(0, keepdims=True)}
        return x @ P["W"] + P["b"], pull

    return P, apply


def silu():
    def apply(x):
        s = 1 / (1 + np.exp(-x))

        def pull(g):
            return g * (s + x * s * (1 - s)), {}
        return x * s, pull

    return {}, apply


def chain(*blocks):
    params = [p for p, _ in blocks]

    def apply(x):
        pulls = []
        for _, f in blocks:
            x, pb = f(x)
            pulls.append(pb)

        def pull(g):
            grads = []
            for pb in pulls[::-1]:
                g, gp = pb(g)
                grads.append(gp)
            return grads[::-1]
        return x, pull

    return params, apply


LAMBDA = 1e-3


def penalty(params):
    return LAMBDA * sum((p["W"] ** 2).sum() for p in params if p)


def objective(params, net, x, y):
    """mean squared error over all entries + LAMBDA * sum of squared weights (biases left alone)"""
    out, pull = net(x)
    value = np.mean((out - y) ** 2) + penalty(params)
    grads = pull(2 * (out - y) / y.size)
    for p, g in zip(params, grads):
        if p:
            g["W"] = g["W"] + 2 * LAMBDA * p["W"]
    return value, grads


def sgd(params, grads, lr):
    for p, g in zip(params, grads):
        for name in p:
            p[name] -= lr * g[name]


if __name__ == "__main__":
    soil = rng.normal(size=(90, 4))
    target = np.stack([np.tanh(soil[:, 0]) + 0.5 * soil[:, 1] * soil[:, 2],
                       0.3 * soil[:, 3] - np.abs(soil[:, 0])], axis=1)

    params, net = chain(dense(4, 12), silu(), dense(12, 10), silu(), dense(10, 6), silu(), dense(6, 2))
    for epoch in range(201):
        order = rng.permutation(len(soil))
        for part in np.array_split(order, 5):
            value, grads = objective(params, net, soil[part], target[part])
            sgd(params, grads, 0.05)
        if epoch % 50 == 0:
            print(epoch, "objective on all plots:", objective(params, net, soil, target)[0])
