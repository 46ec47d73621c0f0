import math
import numpy as np

C = math.sqrt(2.0 / math.pi)


def gelu(x):
    return 0.5 * x * (1.0 + np.tanh(C * (x + 0.044715 * x**3)))


def d_gelu(x):
    t = np.tanh(C * (x + 0.044715 * x**3))
    return 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t**2) * C * (1.0 + 0.044715 * x**2)


def init_mlp(key, widths):
    rng = np.random.default_rng(key)
    return [(rng.standard_normal((m, n)) / math.sqrt(m), np.zeros(n))
            for m, n in zip(widths[:-1], widths[1:])]


def apply_mlp(params, x):
    tape = []
    *hidden, last = params
    for w, b in hidden:
        pre = x @ w + b
        tape.append((x, pre))
        x = gelu(pre)
    w, b = last
    tape.append((x, None))
    return x @ w + b, tape


def loss_fn(params, x, y):
    out, _ = apply_mlp(params, x)
    return 0.5 * np.mean(np.sum((out - y)**2, axis=-1))


def grad_fn(params, x, y):
    out, tape = apply_mlp(params, x)
    g = (out - y) / x.shape[0]
    grads = []
    for (w, b), (inp, pre) in zip(reversed(params), reversed(tape)):
        if pre is not None:
            g = g * d_gelu(pre)
        grads.append((inp.T @ g, g.sum(0)))
        g = g @ w.T
    return grads[::-1]


def sgd(params, grads, lr):
    return [(w - lr * gw, b - lr * gb) for (w, b), (gw, gb) in zip(params, grads)]


def main():
    rng = np.random.default_rng(5)
    x = rng.uniform(-2, 2, (128, 2))
    y = np.sin(x[:, :1]) * x[:, 1:]
    params = init_mlp(0, [2, 16, 16, 1])
    for step in range(601):
        if step % 100 == 0:
            print(step, loss_fn(params, x, y))
        params = sgd(params, grad_fn(params, x, y), 0.1)


if __name__ == "__main__":
    main()
