import numpy as np
from typing import Dict, Tuple

# Second-hand car price estimator used by the listing form ("suggested price").

Params = Dict[str, np.ndarray]
L2_PENALTY = 1e-3
MOMENTUM = 0.9


def make_listings(n: int, rng: np.random.Generator) -> Tuple[np.ndarray, np.ndarray]:
    age = rng.uniform(0, 15, n)
    km = age * rng.uniform(5, 25, n)
    hp = rng.uniform(60, 250, n)
    diesel = rng.integers(0, 2, n)
    price = 4 + 0.12 * hp * np.exp(-0.15 * age) - 0.01 * km + 0.8 * diesel + rng.normal(0, 0.5, n)
    feats = np.stack([age / 15, km / 300, hp / 250, diesel], axis=1)
    return feats, price[:, None] / 10


def init_params(rng: np.random.Generator, sizes=(4, 16, 8, 1)) -> Params:
    params: Params = {}
    for i in range(1, len(sizes)):
        fan_in = sizes[i - 1]
        params[f"w{i}"] = rng.normal(0, np.sqrt(2 / fan_in), (fan_in, sizes[i]))
        params[f"b{i}"] = np.zeros((1, sizes[i]))
    return params


def forward(params: Params, x: np.ndarray) -> Tuple[np.ndarray, dict]:
    z1 = x @ params["w1"] + params["b1"]
    a1 = np.maximum(z1, 0)
    z2 = a1 @ params["w2"] + params["b2"]
    a2 = np.maximum(z2, 0)
    out = a2 @ params["w3"] + params["b3"]
    return out, {"x": x, "z1": z1, "a1": a1, "z2": z2, "a2": a2}


def loss_fn(params: Params, x: np.ndarray, y: np.ndarray) -> float:
    pred, _ = forward(params, x)
    penalty = sum(np.sum(params[k] ** 2) for k in ("w1", "w2", "w3"))
    return float(np.mean((pred - y) ** 2) + L2_PENALTY * penalty)


def gradients(params: Params, x: np.ndarray, y: np.ndarray) -> Params:
    pred, c = forward(params, x)
    g: Params = {}
    d3 = 2 * (pred - y) / y.size
    g["w3"] = c["a2"].T @ d3
    g["b3"] = d3.sum(axis=0, keepdims=True)
    d2 = d3 @ params["w3"].T
    d2[c["z2"] <= 0] = 0
    g["w2"] = c["a1"].T @ d2
    g["b2"] = d2.sum(axis=0, keepdims=True)
    d1 = d2 @ params["w2"].T
    d1[c["z1"] <= 0] = 0
    g["w1"] = c["x"].T @ d1
    g["b1"] = d1.sum(axis=0, keepdims=True)
    for k in ("w1", "w2", "w3"):
        g[k] += 2 * L2_PENALTY * params[k]
    return g


def sgd_step(params: Params, velocity: Params, grads: Params, lr: float) -> None:
    for k in params:
        velocity[k] = MOMENTUM * velocity[k] + grads[k]
        params[k] = params[k] - lr * velocity[k]


def train(epochs: int = 40, batch: int = 32, lr: float = 0.01, seed: int = 21) -> Params:
    rng = np.random.default_rng(seed)
    x, y = make_listings(400, rng)
    params = init_params(rng)
    velocity = {k: np.zeros_like(v) for k, v in params.items()}
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        for start in range(0, len(x), batch):
            idx = order[start:start + batch]
            sgd_step(params, velocity, gradients(params, x[idx], y[idx]), lr)
        if epoch % 10 == 0 or epoch == epochs - 1:
            print(f"epoch {epoch:3d}  loss {loss_fn(params, x, y):.4f}")
    return params


if __name__ == "__main__":
    model = train()
    car = np.array([[3 / 15, 45 / 300, 120 / 250, 1]])
    print(f"suggested price: {forward(model, car)[0].item() * 10:.1f}k")
