"""Surrogate for a damped oscillator: state (x, v, t) -> x(t).  torch tensors, manual gradients."""
import argparse
from typing import NamedTuple

import torch

torch.set_default_dtype(torch.float64)
ALPHA = 0.7


class Weights(NamedTuple):
    w1: torch.Tensor
    b1: torch.Tensor
    w2: torch.Tensor
    b2: torch.Tensor
    w3: torch.Tensor
    b3: torch.Tensor


def elu_(z):
    neg = z < 0
    z[neg] = ALPHA * (torch.exp(z[neg]) - 1)
    return z


def d_elu(z):
    return torch.where(z < 0, ALPHA * torch.exp(z), torch.ones_like(z))


def make_weights(d, h, seed):
    torch.manual_seed(seed)
    return Weights(torch.randn(d, h) / d ** 0.5, torch.zeros(h),
                   torch.randn(h, h) / h ** 0.5, torch.zeros(h),
                   torch.randn(h, 1) / h ** 0.5, torch.zeros(1))


def forward(p, x):
    z1 = torch.addmm(p.b1, x, p.w1)
    a1 = elu_(z1)
    z2 = torch.addmm(p.b2, a1, p.w2)
    a2 = elu_(z2)
    out = torch.addmm(p.b3, a2, p.w3)
    return out, (x, z1, a1, z2, a2)


def mse(p, x, y):
    return torch.mean((forward(p, x)[0] - y).square())


def backward(p, cache, out, y):
    x, z1, a1, z2, a2 = cache
    g3 = 2 * (out - y) / y.shape[0]
    g2 = (g3 @ p.w3.t()) * d_elu(z2)
    g1 = (g2 @ p.w2.t()) * d_elu(z1)
    return Weights(x.t() @ g1, g1.sum(0), a1.t() @ g2, g2.sum(0), a2.t() @ g3, g3.sum(0))


def sgd_step(p, x, y, lr):
    out, cache = forward(p, x)
    grads = backward(p, cache, out, y)
    return Weights(*(w - lr * g for w, g in zip(p, grads)))


def simulate(n):
    s = torch.rand(n, 3) * torch.tensor([2.0, 2.0, 3.0]) - torch.tensor([1.0, 1.0, 0.0])
    x0, v0, t = s.unbind(1)
    pos = torch.exp(-0.3 * t) * (x0 * torch.cos(2 * t) + 0.5 * v0 * torch.sin(2 * t))
    return s, pos[:, None]


if __name__ == "__main__":
    ap = argparse.ArgumentParser()
    ap.add_argument("--steps", type=int, default=800)
    ap.add_argument("--lr", type=float, default=0.05)
    ap.add_argument("--hidden", type=int, default=20)
    args = ap.parse_args()
    p = make_weights(3, args.hidden, 0)
    X, Y = simulate(400)
    for k in range(args.steps):
        i = torch.randint(0, 400, (64,))
        p = sgd_step(p, X[i], Y[i], args.lr)
        if k % 200 == 0:
            print(f"step {k}: mse {mse(p, X, Y).item():.5f}")
    print("mse", mse(p, X, Y).item())
