"""Tiny functional MLP (GELU, softmax cross-entropy). Params: list of (W, b) tuples; rows are samples."""
from __future__ import annotations

import numpy as np

Params = list[tuple[np.ndarray, np.ndarray]]
_C = np.sqrt(2.0 / np.pi)


def gelu(x: np.ndarray) -> np.ndarray:
    return 0.5 * x * (1.0 + np.tanh(_C * (x + 0.044715 * x**3)))


def dgelu(x: np.ndarray) -> np.ndarray:
    t = np.tanh(_C * (x + 0.044715 * x**3))
    return 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t**2) * _C * (1.0 + 0.044715 * x**2)


def init(key: int, widths: list[int]) -> Params:
    rng = np.random.default_rng(key)
    return [
        (rng.normal(size=(i, o)) * np.sqrt(2.0 / i), np.zeros(o))
        for i, o in zip(widths, widths[1:])
    ]


def apply(params: Params, x: np.ndarray):
    tape = []
    *body, (w_last, b_last) = params
    for w, b in body:
        pre = x @ w + b
        tape.append((x, pre))
        x = gelu(pre)
    tape.append((x, None))
    return x @ w_last + b_last, tape


def log_softmax(logits: np.ndarray) -> np.ndarray:
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def loss_fn(params: Params, x: np.ndarray, labels: np.ndarray) -> float:
    logits, _ = apply(params, x)
    return -log_softmax(logits)[np.arange(len(labels)), labels].mean()


def grad_fn(params: Params, x: np.ndarray, labels: np.ndarray) -> Params:
    logits, tape = apply(params, x)
    g = np.exp(log_softmax(logits))
    g[np.arange(len(labels)), labels] -= 1.0
    g /= len(labels)
    grads = []
    for (w, _), (inp, pre) in zip(reversed(params), reversed(tape)):
        if pre is not None:
            g = g * dgelu(pre)
        grads.append((inp.T @ g, g.sum(axis=0)))
        g = g @ w.T
    return grads[::-1]


def sgd(params: Params, grads: Params, lr: float) -> Params:
    return [(w - lr * gw, b - lr * gb) for (w, b), (gw, gb) in zip(params, grads)]


def spirals(n: int, seed: int = 0):
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 2, n)
    r = rng.uniform(0.2, 2.0, n)
    th = 2.5 * r + np.pi * labels
    return np.c_[r * np.cos(th), r * np.sin(th)] + 0.03 * rng.normal(size=(n, 2)), labels


def main():
    x, labels = spirals(200)
    params = init(0, [2, 16, 16, 2])
    for it in range(400):
        params = sgd(params, grad_fn(params, x, labels), 0.3)
        if it % 100 == 0:
            print(it, loss_fn(params, x, labels))
    acc = (apply(params, x)[0].argmax(-1) == labels).mean()
    print("accuracy", acc)


if __name__ == "__main__":
    main()
