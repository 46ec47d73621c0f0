"""velog 2023 - numpy로 만드는 MLP (GELU)  /  minsu
pip install numpy  하나면 됩니다.
"""
from __future__ import annotations

import argparse
import numpy as np

Param = tuple[np.ndarray, np.ndarray]
C0 = np.sqrt(2.0 / np.pi)
C1 = 0.044715


def gelu(x: np.ndarray) -> np.ndarray:
    return 0.5 * x * (1.0 + np.tanh(C0 * (x + C1 * x**3)))


def gelu_grad(x: np.ndarray) -> np.ndarray:
    th = np.tanh(C0 * (x + C1 * x**3))
    return 0.5 * (1.0 + th) + 0.5 * x * (1.0 - th**2) * C0 * (1.0 + 3.0 * C1 * x**2)


def softmax(x: np.ndarray) -> np.ndarray:
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def init(sizes: list[int], rng: np.random.Generator) -> list[Param]:
    return [
        (rng.normal(0, np.sqrt(2.0 / (i + o)), (i, o)), np.zeros(o))
        for i, o in zip(sizes, sizes[1:])
    ]


def forward(params: list[Param], x: np.ndarray):
    tape = []
    h = x
    for w, b in params:
        z = h @ w + b
        tape.append((h, z))
        h = gelu(z)
    return softmax(h), tape


def cross_entropy(prob: np.ndarray, label: np.ndarray) -> float:
    return float(-np.log(prob[np.arange(len(label)), label] + 1e-12).mean())


def backward(params: list[Param], prob, tape, label) -> list[Param]:
    g = prob.copy()
    g[np.arange(len(label)), label] -= 1.0
    g /= len(label)
    grads: list[Param] = []
    for n in range(len(params) - 1, -1, -1):
        h, _ = tape[n]
        grads.insert(0, (h.T @ g, g.sum(axis=0)))
        if n > 0:
            g = (g @ params[n][0].T) * gelu_grad(tape[n - 1][1])
    return grads


def sgd(params: list[Param], grads: list[Param], lr: float) -> list[Param]:
    return [(w - lr * gw, b - lr * gb) for (w, b), (gw, gb) in zip(params, grads)]


def main() -> None:
    ap = argparse.ArgumentParser()
    ap.add_argument("--lr", type=float, default=0.1)
    ap.add_argument("--steps", type=int, default=400)
    ap.add_argument("--batch", type=int, default=32)
    args = ap.parse_args()

    rng = np.random.default_rng(2023)
    xs = rng.uniform(-1, 1, (256, 2))
    ys = (np.hypot(xs[:, 0], xs[:, 1]) > 0.5).astype(int) + (np.hypot(xs[:, 0], xs[:, 1]) > 0.9)

    params = init([2, 16, 16, 12, 8, 3], rng)
    for step in range(args.steps):
        idx = rng.integers(0, len(xs), args.batch)
        prob, tape = forward(params, xs[idx])
        grads = backward(params, prob, tape, ys[idx])
        params = sgd(params, grads, args.lr)
        if step % 100 == 0:
            acc = (prob.argmax(1) == ys[idx]).mean()
            print(f"[{step:4d}] loss={cross_entropy(prob, ys[idx]):.4f} acc={acc:.3f}")


if __name__ == "__main__":
    main()
