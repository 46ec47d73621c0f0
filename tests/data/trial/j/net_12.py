# pset5.py -- pattern classification with a 2-hidden-layer perceptron, labels are +1 / -1
# per-sample loss  log(1 + exp(-y * f(x))),  plain SGD, one example per step
from math import exp, log1p
import numpy as np

rng = np.random.RandomState(5)


def silu(v):
    return v / (1 + np.exp(-v))


def silu_prime(v):
    sig = 1 / (1 + np.exp(-v))
    return sig * (1 + v * (1 - sig))


def new_net(d, h1, h2):
    A = rng.randn(h1, d) * (1 / d) ** 0.5
    B = rng.randn(h2, h1) * (1 / h1) ** 0.5
    c = rng.randn(h2) * (1 / h2) ** 0.5
    return dict(A=A, a=np.zeros(h1), B=B, b=np.zeros(h2), c=c, c0=0.0)


def f(net, x, keep=False):
    u = net["A"] @ x + net["a"]
    p = silu(u)
    v = net["B"] @ p + net["b"]
    q = np.tanh(v)
    out = net["c"] @ q + net["c0"]
    if keep:
        return out, u, p, q
    return out


def example_loss(net, x, y):
    m = y * f(net, x)
    return log1p(exp(-m)) if m > 0 else -m + log1p(exp(m))


def sgd_on_example(net, x, y, lr):
    out, u, p, q = f(net, x, keep=True)
    g = -y / (1 + exp(y * out))              # d loss / d out
    gv = g * net["c"] * (1 - q ** 2)
    gu = (gv @ net["B"]) * silu_prime(u)

    net["c"] = net["c"] - lr * g * q
    net["c0"] = net["c0"] - lr * g
    net["B"] = net["B"] - lr * np.outer(gv, p)
    net["b"] = net["b"] - lr * gv
    net["A"] = net["A"] - lr * np.outer(gu, x)
    net["a"] = net["a"] - lr * gu


def run(epochs=30, lr=0.05):
    n = 150
    xs = rng.randn(n, 2)
    ys = np.where(xs[:, 0] * xs[:, 1] > 0, 1, -1)
    net = new_net(2, 10, 6)
    for e in range(epochs):
        for i in rng.permutation(n):
            sgd_on_example(net, xs[i], ys[i], lr)
        if e % 5 == 0:
            mean_loss = sum(example_loss(net, x, y) for x, y in zip(xs, ys)) / n
            wrong = sum(f(net, x) * y <= 0 for x, y in zip(xs, ys))
            print("epoch %2d   mean loss %.4f   misclassified %d" % (e, mean_loss, wrong))
    return net


if __name__ == "__main__":
    run()
