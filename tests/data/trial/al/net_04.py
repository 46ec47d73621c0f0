import numpy as np

LAYERS = [8, 16, 12, 10, 3]
BATCH = 32
LR = 0.03
MU = 0.9


def init(rng):
    p = {}
    for i, (a, b) in enumerate(zip(LAYERS[:-1], LAYERS[1:])):
        p[f"w{i}"] = rng.normal(0, np.sqrt(2 / a), size=(a, b))
        p[f"c{i}"] = np.zeros(b)
    return p


def relu(t):
    return np.maximum(t, 0)


def log_softmax(t):
    t = t - t.max(axis=1, keepdims=True)
    return t - np.log(np.exp(t).sum(axis=1, keepdims=True))


def forward(p, x):
    hs = [x]
    last = len(LAYERS) - 2
    for i in range(last):
        hs.append(relu(hs[-1] @ p[f"w{i}"] + p[f"c{i}"]))
    return hs, log_softmax(hs[-1] @ p[f"w{last}"] + p[f"c{last}"])


def nll(logp, t):
    return -logp[np.arange(len(t)), t].mean()


def backward(p, hs, logp, t):
    g = {}
    d = np.exp(logp)
    d[np.arange(len(t)), t] -= 1
    d /= len(t)
    for i in reversed(range(len(LAYERS) - 1)):
        g[f"w{i}"] = hs[i].T @ d
        g[f"c{i}"] = d.sum(0)
        if i:
            d = (d @ p[f"w{i}"].T) * (hs[i] > 0)
    return g


def sgd(p, g, v):
    for k in p:
        v[k] = MU * v[k] - LR * g[k]
        p[k] = p[k] + v[k]


def make_data(rng, n=600):
    centers = rng.normal(0, 1.5, size=(3, LAYERS[0]))
    t = rng.integers(0, 3, n)
    return centers[t] + rng.normal(size=(n, LAYERS[0])), t


def main(epochs=10):
    rng = np.random.default_rng(42)
    x, t = make_data(rng)
    p = init(rng)
    v = {k: np.zeros_like(a) for k, a in p.items()}
    for ep in range(epochs):
        order = rng.permutation(len(x))
        tot = 0.0
        for s in range(0, len(x), BATCH):
            idx = order[s:s + BATCH]
            hs, logp = forward(p, x[idx])
            tot += nll(logp, t[idx]) * len(idx)
            sgd(p, backward(p, hs, logp, t[idx]), v)
        print(f"epoch {ep:2d}  loss {tot / len(x):.4f}")
    return p


if __name__ == "__main__":
    main()
