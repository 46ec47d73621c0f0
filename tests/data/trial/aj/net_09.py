from dataclasses import dataclass, field
from typing import List, Tuple
import numpy as np

Array = np.ndarray


def _sig(x: Array) -> Array:
    return 0.5 * (1.0 + np.tanh(0.5 * x))


@dataclass
class Param:
    value: Array
    grad: Array = field(init=False)
    velocity: Array = field(init=False)

    def __post_init__(self) -> None:
        self.grad = np.zeros_like(self.value)
        self.velocity = np.zeros_like(self.value)


class BinaryMLP:
    """SiLU MLP that returns a logit; trained on the mean binary cross-entropy."""

    def __init__(self, widths: List[int], seed: int = 0) -> None:
        gen = np.random.default_rng(seed)
        self.W = [Param(gen.standard_normal((i, o)) * np.sqrt(1.0 / i))
                  for i, o in zip(widths, widths[1:])]
        self.b = [Param(np.zeros((1, o))) for o in widths[1:]]

    def parameters(self) -> List[Param]:
        return self.W + self.b

    def zero_grad(self) -> None:
        for p in self.parameters():
            p.grad[...] = 0.0

    def logits(self, x: Array) -> Tuple[Array, list]:
        tape = []
        h = x
        last = len(self.W) - 1
        for k, (W, b) in enumerate(zip(self.W, self.b)):
            z = h @ W.value + b.value
            tape.append((h, z))
            h = z if k == last else z * _sig(z)
        return h, tape

    def loss(self, x: Array, y: Array) -> float:
        z, _ = self.logits(x)
        return float(np.mean(np.logaddexp(0.0, z) - y * z))

    def accumulate(self, x: Array, y: Array) -> None:
        """Adds the gradient of the mean loss over (x, y) to the .grad fields."""
        out, tape = self.logits(x)
        g = (_sig(out) - y) / y.size
        for k in range(len(self.W) - 1, -1, -1):
            h, _ = tape[k]
            self.W[k].grad += h.T @ g
            self.b[k].grad += g.sum(axis=0, keepdims=True)
            if k:
                zprev = tape[k - 1][1]
                s = _sig(zprev)
                g = (g @ self.W[k].value.T) * (s + zprev * s * (1.0 - s))

    def step(self, lr: float, mu: float) -> None:
        for p in self.parameters():
            p.velocity = mu * p.velocity - lr * p.grad
            p.value += p.velocity


def fit(model: BinaryMLP, x: Array, y: Array, epochs: int, batch: int,
        lr: float = 0.02, mu: float = 0.5, seed: int = 1) -> None:
    gen = np.random.default_rng(seed)
    for epoch in range(epochs):
        order = gen.permutation(len(x))
        model.zero_grad()
        for start in range(0, len(x), batch):
            rows = order[start:start + batch]
            model.accumulate(x[rows], y[rows])
            model.step(lr, mu)
        if epoch % 10 == 0:
            print(f"[{epoch:03d}] loss={model.loss(x, y):.5f}")


if __name__ == "__main__":
    g = np.random.default_rng(9)
    x = g.standard_normal((128, 2))
    y = (x[:, :1] * x[:, 1:] > 0).astype(float)
    net = BinaryMLP([2, 12, 8, 1])
    fit(net, x, y, epochs=40, batch=32)
    z, _ = net.logits(x)
    print("accuracy", np.mean((z > 0) == (y > 0.5)))
