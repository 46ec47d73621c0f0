from dataclasses import dataclass, field
from typing import List, Tuple
import numpy as np

Layer = Tuple[np.ndarray, np.ndarray]


@dataclass
class Config:
    sizes: List[int] = field(default_factory=lambda: [2, 16, 16, 3])
    slope: float = 0.1
    lr: float = 0.05
    momentum: float = 0.9
    batch: int = 20
    epochs: int = 40


def make_layers(cfg: Config, rng: np.random.Generator) -> List[Layer]:
    return [
        (rng.normal(0, (2 / i) ** 0.5, (i, o)), np.zeros(o))
        for i, o in zip(cfg.sizes[:-1], cfg.sizes[1:])
    ]


def lrelu(z, slope):
    return np.where(z > 0, z, slope * z)


def forward(layers, x, slope):
    acts, pres = [x], []
    for k, (w, b) in enumerate(layers):
        z = acts[-1] @ w + b
        pres.append(z)
        acts.append(z if k == len(layers) - 1 else lrelu(z, slope))
    return acts, pres


def log_softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def nll(logits, labels):
    return -log_softmax(logits)[np.arange(len(labels)), labels].mean()


def backward(layers, acts, pres, labels, slope) -> List[Layer]:
    n = len(labels)
    g = np.exp(log_softmax(acts[-1]))
    g[np.arange(n), labels] -= 1.0
    g /= n
    out = []
    for k in range(len(layers) - 1, -1, -1):
        w, _ = layers[k]
        out.append((acts[k].T @ g, g.sum(axis=0)))
        if k > 0:
            g = (g @ w.T) * np.where(pres[k - 1] > 0, 1.0, slope)
    return out[::-1]


def step(layers, vel, grads, cfg):
    new_layers, new_vel = [], []
    for (w, b), (vw, vb), (gw, gb) in zip(layers, vel, grads):
        vw = cfg.momentum * vw - cfg.lr * gw
        vb = cfg.momentum * vb - cfg.lr * gb
        new_layers.append((w + vw, b + vb))
        new_vel.append((vw, vb))
    return new_layers, new_vel


def spiral(rng, n=100, k=3):
    t = np.tile(np.linspace(0, 1, n), k)
    c = np.repeat(np.arange(k), n)
    a = 4 * t + 2 * np.pi * c / k + rng.normal(0, 0.15, n * k)
    return np.stack([t * np.cos(a), t * np.sin(a)], 1), c


def main():
    cfg = Config()
    rng = np.random.default_rng(7)
    x, y = spiral(rng)
    layers = make_layers(cfg, rng)
    vel = [(np.zeros_like(w), np.zeros_like(b)) for w, b in layers]
    for epoch in range(cfg.epochs):
        perm = rng.permutation(len(x))
        for s in range(0, len(x), cfg.batch):
            idx = perm[s:s + cfg.batch]
            acts, pres = forward(layers, x[idx], cfg.slope)
            grads = backward(layers, acts, pres, y[idx], cfg.slope)
            layers, vel = step(layers, vel, grads, cfg)
        if epoch % 10 == 9:
            logits = forward(layers, x, cfg.slope)[0][-1]
            print(f"epoch {epoch + 1:3d}  nll {nll(logits, y):.4f}  acc {(logits.argmax(1) == y).mean():.3f}")


if __name__ == "__main__":
    main()
