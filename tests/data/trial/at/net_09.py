from dataclasses import dataclass, field
from typing import List
import numpy as np


def softplus(z):
    return np.logaddexp(0.0, z)


def logistic(z):
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def silu(z):
    return z * logistic(z)


def silu_grad(z):
    s = logistic(z)
    return s + z * s * (1 - s)


ACT = {"softplus": (softplus, logistic), "silu": (silu, silu_grad), "linear": (lambda z: z, np.ones_like)}


@dataclass
class FC:
    kernel: np.ndarray          # (fan_in, fan_out)
    offset: np.ndarray          # (fan_out,)
    act: str
    x: np.ndarray = None
    z: np.ndarray = None
    g_kernel: np.ndarray = None
    g_offset: np.ndarray = None
    m_kernel: np.ndarray = None
    m_offset: np.ndarray = None

    @classmethod
    def create(cls, fan_in: int, fan_out: int, act: str, gen) -> "FC":
        k = gen.uniform(-1, 1, (fan_in, fan_out)) * np.sqrt(6 / (fan_in + fan_out))
        o = np.zeros(fan_out)
        return cls(k, o, act, m_kernel=np.zeros_like(k), m_offset=np.zeros_like(o))

    def __call__(self, x):
        self.x = x
        self.z = x @ self.kernel + self.offset
        return ACT[self.act][0](self.z)

    def pull_back(self, upstream):
        d = upstream * ACT[self.act][1](self.z)
        self.g_kernel = np.einsum("ni,no->io", self.x, d)
        self.g_offset = np.einsum("no->o", d)
        return np.einsum("no,io->ni", d, self.kernel)


@dataclass
class Model:
    layers: List[FC] = field(default_factory=list)
    lr: float = 0.02
    beta: float = 0.9

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def objective(self, x, t):
        """binary cross-entropy from logits, averaged over the batch"""
        a = self(x)
        return float(np.mean(softplus(a) - t * a))

    def step(self, x, t):
        a = self(x)
        g = (logistic(a) - t) / a.size
        for layer in reversed(self.layers):
            g = layer.pull_back(g)
        for layer in self.layers:
            layer.m_kernel = self.beta * layer.m_kernel + layer.g_kernel
            layer.m_offset = self.beta * layer.m_offset + layer.g_offset
            layer.kernel = layer.kernel - self.lr * layer.m_kernel
            layer.offset = layer.offset - self.lr * layer.m_offset


def make_model(seed: int = 11) -> Model:
    gen = np.random.default_rng(seed)
    dims = [(3, 10, "silu"), (10, 8, "softplus"), (8, 6, "silu"), (6, 1, "linear")]
    return Model([FC.create(i, o, a, gen) for i, o, a in dims])


if __name__ == "__main__":
    gen = np.random.default_rng(1)
    x = gen.normal(size=(100, 3))
    t = (x[:, :1] * x[:, 1:2] + x[:, 2:] > 0).astype(float)
    model = make_model()
    for it in range(301):
        if it % 60 == 0:
            print(f"it {it:4d}  bce {model.objective(x, t):.4f}")
        model.step(x, t)
