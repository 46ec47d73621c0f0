# bias-free deep net for a homogeneous function, E = 1/2 sum (f(x) - y)^2 over the mini-batch
import numpy as np

rng = np.random.default_rng(2024)
LAYERS = [3, 14, 12, 10, 8, 1]
SLOPE = 0.2
DECAY = 1e-4        # W <- (1 - DECAY) W at every step, applied apart from the gradient of E
LR = 0.002

Ws = {f"W{i}": rng.normal(0, np.sqrt(2 / a), (b, a)) for i, (a, b) in enumerate(zip(LAYERS, LAYERS[1:]), 1)}
depth = len(Ws)

lrelu = lambda z: np.maximum(z, SLOPE * z)
gate = lambda z: np.where(z > 0, 1.0, SLOPE)


def f(x, Ws):
    cache = {"h0": x}
    for i in range(1, depth + 1):
        cache[f"z{i}"] = cache[f"h{i-1}"] @ Ws[f"W{i}"].T
        cache[f"h{i}"] = lrelu(cache[f"z{i}"]) if i < depth else cache[f"z{i}"]
    return cache[f"h{depth}"], cache


def E(x, y, Ws):
    return 0.5 * np.sum((f(x, Ws)[0] - y) ** 2)


def dE(x, y, Ws):
    out, cache = f(x, Ws)
    d = out - y
    g = {}
    for i in range(depth, 0, -1):
        g[f"W{i}"] = d.T @ cache[f"h{i-1}"]
        if i > 1:
            d = d @ Ws[f"W{i}"] * gate(cache[f"z{i-1}"])
    return g


def step(x, y, Ws):
    g = dE(x, y, Ws)
    return {k: (1 - DECAY) * W - LR * g[k] for k, W in Ws.items()}


X = rng.normal(size=(320, 3))
Y = np.linalg.norm(X, axis=1, keepdims=True) - np.abs(X[:, :1])

for epoch in range(60):
    for rows in np.split(rng.permutation(320), 20):
        Ws = step(X[rows], Y[rows], Ws)
    if epoch % 10 == 0:
        print(f"epoch {epoch:2d}   E/N = {E(X, Y, Ws) / 320:.5f}")

print("final E/N", E(X, Y, Ws) / 320)
