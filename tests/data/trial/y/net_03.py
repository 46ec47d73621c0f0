from __future__ import annotations

from dataclasses import dataclass, replace
import numpy as np

C = np.sqrt(2.0 / np.pi)
K = 0.044715


def gelu(x):
    return 0.5 * x * (1.0 + np.tanh(C * (x + K * x ** 3)))


def dgelu(x):
    t = np.tanh(C * (x + K * x ** 3))
    return 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t ** 2) * C * (1.0 + K * x ** 2)


@dataclass(frozen=True)
class Dense:
    kernel: np.ndarray   # (out, in)
    bias: np.ndarray     # (out,)

    @staticmethod
    def create(rng, fan_in, fan_out):
        return Dense(rng.standard_normal((fan_out, fan_in)) / np.sqrt(fan_in), np.zeros(fan_out))

    def __call__(self, x):
        return np.einsum("oi,ni->no", self.kernel, x) + self.bias


@dataclass(frozen=True)
class Model:
    layers: tuple[Dense, ...]

    def forward(self, x):
        tape = []
        for i, layer in enumerate(self.layers):
            z = layer(x)
            tape.append((x, z))
            x = gelu(z) if i + 1 < len(self.layers) else z
        return x, tape


def objective(pred, target):
    # 1/2 squared error summed over outputs, averaged over samples
    return 0.5 * np.einsum("no,no->", pred - target, pred - target) / pred.shape[0]


def gradients(model: Model, x, target):
    pred, tape = model.forward(x)
    cot = (pred - target) / pred.shape[0]
    grads = []
    for i in range(len(model.layers) - 1, -1, -1):
        inp, z = tape[i]
        if i + 1 < len(model.layers):
            cot = cot * dgelu(z)
        grads.append(Dense(np.einsum("no,ni->oi", cot, inp), np.einsum("no->o", cot)))
        cot = np.einsum("no,oi->ni", cot, model.layers[i].kernel)
    return objective(pred, target), tuple(reversed(grads))


def step(model: Model, grads, lr):
    new = tuple(replace(p, kernel=p.kernel - lr * g.kernel, bias=p.bias - lr * g.bias)
                for p, g in zip(model.layers, grads))
    return Model(new)


def main(steps=600, lr=0.05):
    rng = np.random.default_rng(7)
    x = rng.uniform(-2.0, 2.0, size=(200, 2))
    y = np.stack([np.cos(x[:, 0] + x[:, 1]), x[:, 0] * np.exp(-x[:, 1] ** 2)], axis=1)
    dims = [2, 24, 24, 2]
    model = Model(tuple(Dense.create(rng, a, b) for a, b in zip(dims, dims[1:])))
    for t in range(steps):
        loss, g = gradients(model, x, y)
        model = step(model, g, lr)
        if t % 100 == 0:
            print(f"{t:5d} {loss:.6f}")
    print("final", objective(model.forward(x)[0], y))


if __name__ == "__main__":
    main()
