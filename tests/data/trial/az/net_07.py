#!/usr/bin/env python3
"""1-d curve fitting. Functional; the model is a flat list [w1, b1, w2, b2, w3, b3]."""
import argparse
import numpy as np


def init(key, widths):
    rng = np.random.default_rng(key)
    theta = []
    for fan_in, fan_out in zip(widths, widths[1:]):
        theta += [rng.normal(0., (1. / fan_in) ** 0.5, (fan_in, fan_out)), np.zeros(fan_out)]
    return theta


def swish(u):
    return u / (1. + np.exp(-u))


def d_swish(u):
    s = 1. / (1. + np.exp(-u))
    return s + u * s * (1. - s)


def value_and_grad(theta, x, t):
    """0.5 * mean over the batch of the squared residual norm, and its gradient"""
    w1, b1, w2, b2, w3, b3 = theta
    u1 = x @ w1 + b1
    h1 = swish(u1)
    u2 = h1 @ w2 + b2
    h2 = swish(u2)
    out = h2 @ w3 + b3
    r = out - t
    n = len(x)
    loss = 0.5 * (r ** 2).sum() / n

    g_out = r / n
    g_w3, g_b3 = h2.T @ g_out, g_out.sum(0)
    g_u2 = (g_out @ w3.T) * d_swish(u2)
    g_w2, g_b2 = h1.T @ g_u2, g_u2.sum(0)
    g_u1 = (g_u2 @ w2.T) * d_swish(u1)
    g_w1, g_b1 = x.T @ g_u1, g_u1.sum(0)
    return loss, [g_w1, g_b1, g_w2, g_b2, g_w3, g_b3]


def sgd_momentum(theta, vel, grads, lr, mu):
    vel = [mu * v - lr * g for v, g in zip(vel, grads)]
    theta = [p + v for p, v in zip(theta, vel)]
    return theta, vel


def main(argv=None):
    ap = argparse.ArgumentParser()
    ap.add_argument("--lr", type=float, default=0.03)
    ap.add_argument("--mu", type=float, default=0.9)
    ap.add_argument("--steps", type=int, default=600)
    ap.add_argument("--batch", type=int, default=32)
    args = ap.parse_args(argv)

    rng = np.random.default_rng(7)
    x = rng.uniform(-2, 2, (256, 1))
    t = np.hstack([np.sin(2 * x), np.abs(x)]) + 0.02 * rng.normal(size=(256, 2))
    theta = init(0, [1, 16, 12, 2])
    vel = [np.zeros_like(p) for p in theta]
    for k in range(args.steps):
        pick = rng.integers(0, len(x), args.batch)
        loss, grads = value_and_grad(theta, x[pick], t[pick])
        theta, vel = sgd_momentum(theta, vel, grads, args.lr, args.mu)
        if k % 100 == 0:
            print(f"step {k:4d}  loss {loss:.5f}")
    print("full-data loss", value_and_grad(theta, x, t)[0])


if __name__ == "__main__":
    main()
