import numpy as np
from typing import List, Tuple

Params = List[Tuple[np.ndarray, np.ndarray]]
C = np.sqrt(2.0 / np.pi)


def gelu(x):
    return 0.5 * x * (1.0 + np.tanh(C * (x + 0.044715 * x**3)))


def gelu_grad(x):
    t = np.tanh(C * (x + 0.044715 * x**3))
    return 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t**2) * C * (1.0 + 3 * 0.044715 * x**2)


def init_params(sizes, key) -> Params:
    return [(key.standard_normal((o, i)) / np.sqrt(i), np.zeros(o)) for i, o in zip(sizes, sizes[1:])]


def log_softmax(u):
    u = u - u.max(-1, keepdims=True)
    return u - np.log(np.exp(u).sum(-1, keepdims=True))


def apply(params: Params, x):
    pre, h = [], [x]
    for w, b in params[:-1]:
        z = h[-1] @ w.T + b
        pre.append(z)
        h.append(gelu(z))
    w, b = params[-1]
    return h[-1] @ w.T + b, pre, h


def objective(params: Params, x, onehot, wd):
    """mean cross entropy + wd/2 * ||weights||^2 (no decay on biases)"""
    logits, _, _ = apply(params, x)
    ce = -np.sum(onehot * log_softmax(logits)) / x.shape[0]
    return ce + 0.5 * wd * sum(np.sum(w * w) for w, _ in params)


def grad(params: Params, x, onehot, wd) -> Params:
    logits, pre, h = apply(params, x)
    g = (np.exp(log_softmax(logits)) - onehot) / x.shape[0]
    out = []
    for k in range(len(params) - 1, -1, -1):
        w, _ = params[k]
        out.append((g.T @ h[k] + wd * w, g.sum(0)))
        if k:
            g = (g @ w) * gelu_grad(pre[k - 1])
    return out[::-1]


def sgd(params: Params, grads: Params, lr) -> Params:
    return [(w - lr * dw, b - lr * db) for (w, b), (dw, db) in zip(params, grads)]


if __name__ == "__main__":
    key = np.random.default_rng(0)
    x = key.standard_normal((90, 5))
    labels = np.argmax(x[:, :3] ** 2, axis=1)
    onehot = np.eye(3)[labels]
    params = init_params([5, 12, 10, 8, 3], key)
    for step in range(400):
        params = sgd(params, grad(params, x, onehot, 1e-3), 0.2)
        if step % 100 == 0:
            print(step, objective(params, x, onehot, 1e-3))
    acc = (apply(params, x)[0].argmax(1) == labels).mean()
    print("acc", acc)
