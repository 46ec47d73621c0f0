"""Pure functions on tuples: parameters go in, new parameters come out."""
import numpy as np

import crosscheck


def softplus(z):
    return np.logaddexp(0, z)


def dense(params, x):
    W, b = params
    return x @ W + b, (params, x)


def dense_vjp(cache, g):
    (W, b), x = cache
    return (x.T @ g, g.sum(0)), g @ W.T


def loss_and_grad(params, x, y):
    layer1, layer2 = params
    z1, cache1 = dense(layer1, x)
    h = softplus(z1)
    out, cache2 = dense(layer2, h)
    loss = 0.5 * np.mean((out - y) ** 2)
    g = (out - y) / out.size
    g2, gh = dense_vjp(cache2, g)
    g1, _ = dense_vjp(cache1, gh / (1 + np.exp(-z1)))
    return loss, (g1, g2)


def train_step(params, x, y, lr):
    loss, grads = loss_and_grad(params, x, y)
    return loss, tuple((W - lr * dW, b - lr * db) for (W, b), (dW, db) in zip(params, grads))


def train_step_uphill(params, x, y, lr):
    """Written for residuals y - out, used with out - y."""
    loss, grads = loss_and_grad(params, x, y)
    return loss, tuple((W + lr * dW, b + lr * db) for (W, b), (dW, db) in zip(params, grads))


class Right(crosscheck.Adapter):
    activations, loss, _train = ("softplus", "identity"), "half_mse", staticmethod(train_step)
    parameters = "params.0", "params.1"                     # of each pair in it

    def build(self, case):
        return {"params": tuple(zip(case.weights, case.biases))}

    def step(self, net, x, y, lr):
        loss, net["params"] = self._train(net["params"], x, y, lr)


class Uphill(Right):
    _train = staticmethod(train_step_uphill)


EXPECTED = {"Right": ("agrees", []), "Uphill": ("agrees up to a factor", ["gradient-ascent", "factor -1"])}
