import numpy as np
from dataclasses import dataclass, field

ACT = {
    # name: (function, derivative wrt preactivation)
    "softplus": (lambda z: np.logaddexp(0.0, z), lambda z: 1 / (1 + np.exp(-z))),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "lrelu": (lambda z: np.where(z > 0, z, 0.02 * z), lambda z: np.where(z > 0, 1.0, 0.02)),
    "logit": (lambda z: z, lambda z: np.ones_like(z)),
}


@dataclass
class Layer:
    W: np.ndarray
    b: np.ndarray
    act: str
    vW: np.ndarray = field(init=False)
    vb: np.ndarray = field(init=False)

    def __post_init__(self):
        self.vW = np.zeros_like(self.W)
        self.vb = np.zeros_like(self.b)


def build(spec, n_in, rng):
    layers, fan = [], n_in
    for width, act in spec:
        layers.append(Layer(rng.normal(size=(fan, width)) * (1.3 / fan ** 0.5), np.zeros(width), act))
        fan = width
    return layers


def forward(layers, x):
    tape = []
    for L in layers:
        z = np.einsum("ni,io->no", x, L.W) + L.b
        tape.append((x, z))
        x = ACT[L.act][0](z)
    return x, tape


def bce_with_logits(s, y):
    # several independent labels: sum over labels, mean over samples
    return (np.maximum(s, 0) - s * y + np.log1p(np.exp(-np.abs(s)))).sum(axis=1).mean()


def backward(layers, tape, g):
    out = [None] * len(layers)
    for k in range(len(layers) - 1, -1, -1):
        x, z = tape[k]
        g = g * ACT[layers[k].act][1](z)
        out[k] = (np.einsum("ni,no->io", x, g), g.sum(0))
        g = np.einsum("no,io->ni", g, layers[k].W)
    return out


def fit(layers, X, Y, lr=0.05, mu=0.8, epochs=40, bs=32, rng=None, log_every=10):
    for ep in range(epochs):
        order = rng.permutation(len(X)) if rng is not None else np.arange(len(X))
        running, seen = 0.0, 0
        for start in range(0, len(X), bs):
            idx = order[start:start + bs]
            xb, yb = X[idx], Y[idx]
            s, tape = forward(layers, xb)
            running += bce_with_logits(s, yb) * len(xb)
            seen += len(xb)
            g = (1 / (1 + np.exp(-s)) - yb) / len(xb)
            for L, (dW, db) in zip(layers, backward(layers, tape, g)):
                L.vW = mu * L.vW + dW
                L.vb = mu * L.vb + db
                L.W -= lr * L.vW
                L.b -= lr * L.vb
        if ep % log_every == 0:
            print(f"[{ep:03d}] loss={running / seen:.5f}")
    return layers


if __name__ == "__main__":
    rng = np.random.default_rng(2024)
    X = rng.normal(size=(150, 4))
    Y = np.column_stack([X[:, 0] > X[:, 1], X[:, 2] ** 2 > 0.7]).astype(float)
    net = build([(12, "softplus"), (10, "tanh"), (8, "lrelu"), (6, "tanh"), (2, "logit")], 4, rng)
    fit(net, X, Y, rng=rng)
    s, _ = forward(net, X)
    print("label accuracy", ((s > 0) == (Y > 0.5)).mean(axis=0))
