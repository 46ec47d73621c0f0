"""Fit a damped oscillation. All parameters live in one flat vector `p`."""
import numpy as np

SHAPE = [1, 8, 8, 6, 4, 1]
ACTS = ["tanh", "elu", "sigmoid", "lrelu", "id"]

F = {
    "tanh": (np.tanh, lambda z, a: 1 - a * a),
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda z, a: a * (1 - a)),
    "elu": (lambda z: np.where(z > 0, z, np.expm1(np.minimum(z, 0))),
            lambda z, a: np.where(z > 0, 1.0, a + 1.0)),
    "lrelu": (lambda z: np.where(z > 0, z, 0.1 * z), lambda z, a: np.where(z > 0, 1.0, 0.1)),
    "id": (lambda z: z, lambda z, a: np.ones_like(z)),
}


def n_params():
    return sum((i + 1) * o for i, o in zip(SHAPE, SHAPE[1:]))


def views(p):
    """Cut p into (weights, bias) views: weights first, then bias, layer by layer."""
    out, k = [], 0
    for i, o in zip(SHAPE, SHAPE[1:]):
        w = p[k:k + i * o].reshape(o, i)
        k += i * o
        b = p[k:k + o].reshape(o, 1)
        k += o
        out.append((w, b))
    return out


def predict(p, x):
    a = x
    for (w, b), name in zip(views(p), ACTS):
        a = F[name][0](w @ a + b)
    return a


def sse_and_grad(p, x, y):
    zs, as_ = [], [x]
    vs = views(p)
    for (w, b), name in zip(vs, ACTS):
        zs.append(w @ as_[-1] + b)
        as_.append(F[name][0](zs[-1]))
    res = as_[-1] - y
    g = np.empty_like(p)
    gv = views(g)
    d = 2 * res
    for k in range(len(vs) - 1, -1, -1):
        d = d * F[ACTS[k]][1](zs[k], as_[k + 1])
        gv[k][0][...] = d @ as_[k].T
        gv[k][1][...] = d.sum(axis=1, keepdims=True)
        d = vs[k][0].T @ d
    return float((res ** 2).sum()), g


def descend(p, x, y, rate=1e-3, momentum=0.8, steps=2000, every=400):
    step = np.zeros_like(p)
    for it in range(steps):
        sse, g = sse_and_grad(p, x, y)
        step = momentum * step - rate * g
        p = p + step
        if it % every == 0:
            print(f"{it:5d}  SSE = {sse:.5f}")
    return p


if __name__ == "__main__":
    r = np.random.default_rng(5)
    x = np.linspace(-2, 2, 50)[None, :]
    y = np.exp(-0.3 * x ** 2) * np.cos(2 * x)
    p = descend(r.normal(scale=0.5, size=n_params()), x, y)
    print("final", ((predict(p, x) - y) ** 2).sum())
