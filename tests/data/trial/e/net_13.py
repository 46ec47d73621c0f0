"""Pure functions only: every op returns (value, pullback)."""
from functools import partial, reduce
import numpy as np


def affine(p, x):
    W, b = p
    return x @ W + b, lambda ct: ((x.T @ ct, ct.sum(0)), ct @ W.T)


def elu(x, alpha=1.0):
    neg = alpha * np.expm1(np.minimum(x, 0.0))
    y = np.where(x > 0, x, neg)
    return y, lambda ct: ct * np.where(x > 0, 1.0, neg + alpha)


def softmax_xent(logits, onehot):
    m = logits - logits.max(-1, keepdims=True)
    logp = m - np.log(np.exp(m).sum(-1, keepdims=True))
    n = logits.shape[0]
    return -(onehot * logp).sum() / n, lambda ct: ct * (np.exp(logp) - onehot) / n


def init(key, sizes):
    rng = np.random.default_rng(key)
    return tuple((rng.normal(scale=m ** -0.5, size=(m, n)), np.zeros(n))
                 for m, n in zip(sizes[:-1], sizes[1:]))


def network(params, x):
    pulls = []
    for p in params[:-1]:
        x, pb_aff = affine(p, x)
        x, pb_act = elu(x)
        pulls.append((pb_aff, pb_act))
    out, pb_out = affine(params[-1], x)

    def pullback(ct):
        g, ct = pb_out(ct)
        gs = [g]
        for pb_aff, pb_act in reversed(pulls):
            g, ct = pb_aff(pb_act(ct))
            gs.append(g)
        return tuple(reversed(gs))

    return out, pullback


def value_and_grad(params, batch):
    x, t = batch
    logits, pb_net = network(params, x)
    val, pb_loss = softmax_xent(logits, t)
    return val, pb_net(pb_loss(1.0))


def tree_map(f, *trees):
    if isinstance(trees[0], tuple):
        return tuple(tree_map(f, *ts) for ts in zip(*trees))
    return f(*trees)


def sgd(lr, params, batch):
    val, g = value_and_grad(params, batch)
    return tree_map(lambda p, d: p - lr * d, params, g), val


def rings(key, n):
    rng = np.random.default_rng(key)
    c = rng.integers(0, 3, n)
    r = c + 1 + 0.15 * rng.normal(size=n)
    a = rng.uniform(0, 2 * np.pi, n)
    return np.stack([r * np.cos(a), r * np.sin(a)], 1), np.eye(3)[c]


def main():
    x, t = rings(0, 240)
    params = init(1, [2, 12, 12, 12, 12, 3])
    step = partial(sgd, 0.1)
    for epoch in range(40):
        vals = []
        for k in range(0, len(x), 40):
            params, v = step(params, (x[k:k + 40], t[k:k + 40]))
            vals.append(v)
        if epoch % 10 == 0:
            print(epoch, sum(vals) / len(vals))
    logits, _ = network(params, x)
    print("accuracy", (logits.argmax(1) == t.argmax(1)).mean())


if __name__ == "__main__":
    main()
