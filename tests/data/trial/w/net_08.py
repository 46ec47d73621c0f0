"""Functional MLP: parameters are a list of (W, b) pairs, nothing is mutated."""
from typing import Iterator, List, NamedTuple, Tuple
import numpy as np

Array = np.ndarray
C = np.sqrt(2.0 / np.pi)


class Affine(NamedTuple):
    w: Array
    b: Array


class State(NamedTuple):
    params: List[Affine]
    velocity: List[Affine]


def init_state(key: int, *dims: int) -> State:
    gen = np.random.default_rng(key)
    params = [Affine(gen.standard_normal((i, o)) / np.sqrt(i), np.zeros(o))
              for i, o in zip(dims, dims[1:])]
    return State(params, [Affine(np.zeros_like(p.w), np.zeros_like(p.b)) for p in params])


def gelu(x: Array) -> Array:
    return 0.5 * x * (1.0 + np.tanh(C * (x + 0.044715 * x ** 3)))


def d_gelu(x: Array) -> Array:
    t = np.tanh(C * (x + 0.044715 * x ** 3))
    return 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t ** 2) * C * (1.0 + 3 * 0.044715 * x ** 2)


def forward(params: List[Affine], x: Array) -> Tuple[Array, list]:
    tape = []
    h = x
    for k, (w, b) in enumerate(params):
        z = h @ w + b
        tape.append((h, z))
        h = gelu(z) if k + 1 < len(params) else z
    return h, tape


def log_softmax(z: Array) -> Array:
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def objective(params: List[Affine], x: Array, y: Array, decay: float) -> float:
    logits, _ = forward(params, x)
    nll = -(y * log_softmax(logits)).sum(axis=1).mean()
    return nll + 0.5 * decay * sum((p.w ** 2).sum() for p in params)


def gradient(params: List[Affine], x: Array, y: Array, decay: float) -> List[Affine]:
    logits, tape = forward(params, x)
    dz = (np.exp(log_softmax(logits)) - y) / x.shape[0]
    grads = []
    for k in range(len(params) - 1, -1, -1):
        h, _ = tape[k]
        grads.insert(0, Affine(h.T @ dz + decay * params[k].w, dz.sum(axis=0)))
        if k > 0:
            dz = (dz @ params[k].w.T) * d_gelu(tape[k - 1][1])
    return grads


def sgd(state: State, grads: List[Affine], lr: float, mu: float) -> State:
    velocity = [Affine(mu * v.w + g.w, mu * v.b + g.b) for v, g in zip(state.velocity, grads)]
    params = [Affine(p.w - lr * v.w, p.b - lr * v.b) for p, v in zip(state.params, velocity)]
    return State(params, velocity)


def minibatches(x: Array, y: Array, size: int, gen) -> Iterator[Tuple[Array, Array]]:
    order = gen.permutation(len(x))
    for s in range(0, len(x), size):
        take = order[s:s + size]
        yield x[take], y[take]


def main() -> None:
    gen = np.random.default_rng(0)
    x = gen.uniform(-2, 2, (300, 2))
    cls = (np.hypot(x[:, 0], x[:, 1]) > 1.0).astype(int) + (np.hypot(x[:, 0], x[:, 1]) > 1.7)
    y = np.eye(3)[cls]
    state = init_state(1, 2, 16, 16, 3)
    for epoch in range(60):
        for xb, yb in minibatches(x, y, 32, gen):
            state = sgd(state, gradient(state.params, xb, yb, 1e-4), lr=0.05, mu=0.9)
        if epoch % 10 == 9:
            acc = (forward(state.params, x)[0].argmax(1) == cls).mean()
            print(f"{epoch + 1:3d}  {objective(state.params, x, y, 1e-4):.4f}  {acc:.3f}")


if __name__ == "__main__":
    main()
