import numpy as np
from dataclasses import dataclass, field


@dataclass
class Cfg:
    layers: tuple = (4, 16, 16, 1)
    lr: float = 0.02
    momentum: float = 0.8
    weight_decay: float = 1e-3
    epochs: int = 200
    seed: int = 5


def _sig(v):
    return 1.0 / (1.0 + np.exp(-v))


def swish(v):
    return v * _sig(v)


def swish_prime(v):
    return swish(v) + _sig(v) * (1.0 - _sig(v))


@dataclass
class YieldModel:
    """fab yield regression.
    objective = 1/(2N) * sum((pred-y)^2) + weight_decay/2 * sum(W^2)   (no decay on biases)
    """
    cfg: Cfg
    P: list = field(default_factory=list)
    M: list = field(default_factory=list)

    def __post_init__(self):
        r = np.random.RandomState(self.cfg.seed)
        L = self.cfg.layers
        for i in range(1, len(L)):
            self.P.append({"W": r.randn(L[i], L[i - 1]) / np.sqrt(L[i - 1]), "b": np.zeros((L[i], 1))})
            self.M.append({"W": np.zeros((L[i], L[i - 1])), "b": np.zeros((L[i], 1))})

    def forward(self, X):
        A, cache = X, []
        for i, p in enumerate(self.P):
            Z = p["W"] @ A + p["b"]
            cache.append((A, Z))
            A = Z if i == len(self.P) - 1 else swish(Z)
        return A, cache

    def objective(self, X, y):
        pred, _ = self.forward(X)
        reg = sum((p["W"] ** 2).sum() for p in self.P)
        return ((pred - y) ** 2).sum() / (2 * X.shape[1]) + 0.5 * self.cfg.weight_decay * reg

    def backward(self, X, y):
        pred, cache = self.forward(X)
        N = X.shape[1]
        dZ = (pred - y) / N
        G = []
        for i in range(len(self.P) - 1, -1, -1):
            A_in, _ = cache[i]
            G.insert(0, {"W": dZ @ A_in.T + self.cfg.weight_decay * self.P[i]["W"],
                         "b": dZ.sum(axis=1, keepdims=True)})
            if i:
                dZ = (self.P[i]["W"].T @ dZ) * swish_prime(cache[i - 1][1])
        return G

    def step(self, X, y):
        for p, m, g in zip(self.P, self.M, self.backward(X, y)):
            for key in ("W", "b"):
                m[key] = self.cfg.momentum * m[key] + g[key]
                p[key] = p[key] - self.cfg.lr * m[key]


if __name__ == "__main__":
    cfg = Cfg()
    r = np.random.RandomState(0)
    X = r.uniform(-1.5, 1.5, (4, 150))      # columns are wafers
    y = (X[0] * X[1] + 0.5 * X[2] ** 2 - 0.2 * X[3]).reshape(1, -1)
    mdl = YieldModel(cfg)
    for ep in range(cfg.epochs):
        mdl.step(X, y)
        if ep % 40 == 0:
            print(f"{ep:4d}  obj={mdl.objective(X, y):.5f}")
