import numpy as np
import argparse


def elu(v, alpha=1.0):
    return np.where(v > 0, v, alpha * (np.exp(np.minimum(v, 0)) - 1))


def elu_grad(v, alpha=1.0):
    return np.where(v > 0, 1.0, alpha * np.exp(np.minimum(v, 0)))


def make_net(widths, seed=0):
    gen = np.random.default_rng(seed)
    Ws, bs = [], []
    for fan_in, fan_out in zip(widths, widths[1:]):
        Ws.append(gen.normal(0, 1 / np.sqrt(fan_in), size=(fan_in, fan_out)))
        bs.append(gen.normal(0, 0.1, size=fan_out))
    return Ws, bs


def run(Ws, bs, batch):
    """returns the list of layer values, input first, prediction last"""
    hs = [batch]
    for W, b in zip(Ws[:-1], bs[:-1]):
        hs.append(elu(hs[-1] @ W + b))
    hs.append(hs[-1] @ Ws[-1] + bs[-1])
    return hs


def objective(pred, target):
    return ((pred - target) ** 2).sum(axis=1).mean()


def gradients(Ws, bs, hs, target):
    n = len(target)
    gW, gb = [None] * len(Ws), [None] * len(bs)
    d = 2.0 * (hs[-1] - target) / n
    for i in range(len(Ws) - 1, -1, -1):
        gW[i] = hs[i].T @ d
        gb[i] = d.sum(axis=0)
        if i > 0:
            d = (d @ Ws[i].T) * elu_grad(hs[i])
    return gW, gb


def sgd(Ws, bs, gW, gb, lr):
    for i in range(len(Ws)):
        Ws[i] -= lr * gW[i]
        bs[i] -= lr * gb[i]


def main(argv=None):
    ap = argparse.ArgumentParser()
    ap.add_argument("--lr", type=float, default=0.05)
    ap.add_argument("--steps", type=int, default=400)
    ap.add_argument("--bs", type=int, default=16)
    args = ap.parse_args(argv)

    gen = np.random.default_rng(5)
    x = gen.uniform(-2, 2, size=(128, 3))
    t = np.stack([np.sin(x[:, 0]) + x[:, 1], x[:, 1] * x[:, 2]], axis=1)
    Ws, bs = make_net([3, 10, 10, 8, 6, 2])
    for step in range(args.steps):
        pick = gen.choice(len(x), size=args.bs, replace=False)
        hs = run(Ws, bs, x[pick])
        gW, gb = gradients(Ws, bs, hs, t[pick])
        sgd(Ws, bs, gW, gb, args.lr)
        if step % 100 == 0:
            print(f"{step:5d}  {objective(run(Ws, bs, x)[-1], t):.4f}")


if __name__ == "__main__":
    main([])
