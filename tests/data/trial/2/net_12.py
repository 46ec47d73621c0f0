from typing import NamedTuple, Iterator
import numpy as np


class Params(NamedTuple):
    hidden: np.ndarray   # (1 + inputs, hidden), row 0 is the bias
    output: np.ndarray   # (1 + hidden, labels), row 0 is the bias


class Event(NamedTuple):
    epoch: int
    logloss: float


def with_ones(a: np.ndarray) -> np.ndarray:
    return np.hstack([np.ones((a.shape[0], 1)), a])


def init_params(n_in: int, n_hidden: int, n_labels: int, seed: int = 0) -> Params:
    rng = np.random.default_rng(seed)
    return Params(
        hidden=rng.normal(0, 0.5, (1 + n_in, n_hidden)),
        output=rng.normal(0, 0.5, (1 + n_hidden, n_labels)),
    )


def infer(params: Params, x: np.ndarray):
    h = np.tanh(with_ones(x) @ params.hidden)
    p = 1.0 / (1.0 + np.exp(-(with_ones(h) @ params.output)))
    return h, p


def logloss(p: np.ndarray, y: np.ndarray, eps: float = 1e-12) -> float:
    """binary cross-entropy: summed over the labels, averaged over the rows"""
    return float(-np.sum(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps)) / len(y))


def backprop(params: Params, x: np.ndarray, y: np.ndarray) -> Params:
    h, p = infer(params, x)
    d_out = (p - y) * p * (1 - p) / len(y)
    d_hid = (d_out @ params.output[1:].T) * (1 - h ** 2)
    return Params(hidden=with_ones(x).T @ d_hid, output=with_ones(h).T @ d_out)


def updated(params: Params, grads: Params, lr: float) -> Params:
    return Params(*(p - lr * g for p, g in zip(params, grads)))


def fit(params: Params, x: np.ndarray, y: np.ndarray, *, lr: float, epochs: int) -> Iterator[tuple]:
    for epoch in range(epochs):
        params = updated(params, backprop(params, x, y), lr)
        yield params, Event(epoch, logloss(infer(params, x)[1], y))


def demo() -> None:
    # multi label tagging of log lines: "error", "slow"
    rng = np.random.default_rng(17)
    x = rng.normal(size=(150, 3))
    y = np.column_stack([x[:, 0] * x[:, 1] > 0, x[:, 2] > 0.3]).astype(float)
    params = init_params(3, 9, 2)
    for params, event in fit(params, x, y, lr=1.0, epochs=500):
        if event.epoch % 100 == 0:
            print(f"{event.epoch:4d} {event.logloss:.4f}")
    acc = ((infer(params, x)[1] > 0.5) == y).mean()
    print(f"accuracy per label {acc:.3f}")


if __name__ == "__main__":
    demo()
