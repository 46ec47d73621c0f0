"""CS-E4890 Deep Learning, exercise 1: an MLP classifier without a framework."""
from dataclasses import dataclass, field
from typing import List, Tuple
import numpy as np

Array = np.ndarray
_C = np.sqrt(2.0 / np.pi)


def gelu(z: Array) -> Array:
    return 0.5 * z * (1.0 + np.tanh(_C * (z + 0.044715 * z**3)))


def gelu_grad(z: Array) -> Array:
    th = np.tanh(_C * (z + 0.044715 * z**3))
    return 0.5 * (1.0 + th) + 0.5 * z * (1.0 - th**2) * _C * (1.0 + 3 * 0.044715 * z**2)


def log_softmax(z: Array) -> Array:
    z = z - z.max(-1, keepdims=True)
    return z - np.log(np.exp(z).sum(-1, keepdims=True))


@dataclass
class Dense:
    weight: Array
    bias: Array
    buf_w: Array = field(init=False)
    buf_b: Array = field(init=False)

    def __post_init__(self) -> None:
        self.buf_w = np.zeros_like(self.weight)
        self.buf_b = np.zeros_like(self.bias)


@dataclass
class Config:
    sizes: Tuple[int, ...] = (2, 16, 12, 3)
    lr: float = 0.05
    momentum: float = 0.9
    weight_decay: float = 1e-3
    batch: int = 25
    epochs: int = 30
    seed: int = 0


def init(cfg: Config, rng: np.random.Generator) -> List[Dense]:
    return [Dense(rng.standard_normal((o, i)) / np.sqrt(i), np.zeros(o))
            for i, o in zip(cfg.sizes, cfg.sizes[1:])]


def forward(net: List[Dense], x: Array) -> Tuple[Array, List[Tuple[Array, Array]]]:
    tape = []
    for k, layer in enumerate(net):
        z = x @ layer.weight.T + layer.bias
        tape.append((x, z))
        x = z if k == len(net) - 1 else gelu(z)
    return x, tape


def objective(net: List[Dense], x: Array, y: Array, wd: float) -> float:
    logits, _ = forward(net, x)
    nll = -log_softmax(logits)[np.arange(len(y)), y].mean()
    return float(nll + 0.5 * wd * sum((l.weight**2).sum() for l in net))


def backward(net, logits, tape, y) -> List[Tuple[Array, Array]]:
    g = np.exp(log_softmax(logits))
    g[np.arange(len(y)), y] -= 1.0
    g /= len(y)
    grads = []
    for k in range(len(net) - 1, -1, -1):
        x, z = tape[k]
        if k < len(net) - 1:
            g = g * gelu_grad(z)
        grads.insert(0, (g.T @ x, g.sum(0)))
        g = g @ net[k].weight
    return grads


def sgd_step(net: List[Dense], grads, cfg: Config) -> None:
    for layer, (gw, gb) in zip(net, grads):
        gw = gw + cfg.weight_decay * layer.weight
        layer.buf_w = cfg.momentum * layer.buf_w + gw
        layer.buf_b = cfg.momentum * layer.buf_b + gb
        layer.weight -= cfg.lr * layer.buf_w
        layer.bias -= cfg.lr * layer.buf_b


def spiral(rng, n=100, k=3):
    y = np.repeat(np.arange(k), n)
    r = np.tile(np.linspace(0.1, 1, n), k)
    t = 3.5 * r + 2 * np.pi * y / k + 0.15 * rng.standard_normal(n * k)
    return np.c_[r * np.sin(t), r * np.cos(t)], y


if __name__ == "__main__":
    cfg = Config()
    rng = np.random.default_rng(cfg.seed)
    x, y = spiral(rng)
    net = init(cfg, rng)
    for epoch in range(cfg.epochs):
        for idx in np.array_split(rng.permutation(len(y)), len(y) // cfg.batch):
            logits, tape = forward(net, x[idx])
            sgd_step(net, backward(net, logits, tape, y[idx]), cfg)
        if epoch % 5 == 4:
            acc = (forward(net, x)[0].argmax(1) == y).mean()
            print(f"{epoch + 1:3d}: objective {objective(net, x, y, cfg.weight_decay):.4f} acc {acc:.3f}")
