"""Pendulum energy and period surrogate. Torch only as an array library (no autograd)."""
import math
import torch

torch.set_default_dtype(torch.float64)
C = math.sqrt(2.0 / math.pi)
A = 0.044715


def gelu(x):
    return 0.5 * x * (1.0 + torch.tanh(C * (x + A * x ** 3)))


def gelu_prime(x):
    t = torch.tanh(C * (x + A * x ** 3))
    return 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t * t) * C * (1.0 + 3.0 * A * x ** 2)


def init_params(sizes, gen):
    params = {}
    for i, (m, n) in enumerate(zip(sizes[:-1], sizes[1:])):
        params[f"w{i}"] = torch.randn(m, n, generator=gen) / math.sqrt(m)
        params[f"b{i}"] = torch.zeros(n)
    return params


def forward(params, x):
    depth = len(params) // 2
    tape = []
    for i in range(depth):
        z = x @ params[f"w{i}"] + params[f"b{i}"]
        tape.append((x, z))
        x = gelu(z) if i < depth - 1 else z
    return x, tape


def mse(pred, target):
    return ((pred - target) ** 2).mean()


def backward(params, tape, pred, target):
    grads = {}
    d = 2.0 * (pred - target) / pred.numel()
    for i in reversed(range(len(tape))):
        x, z = tape[i]
        if i < len(tape) - 1:
            d = d * gelu_prime(z)
        grads[f"w{i}"] = x.t() @ d
        grads[f"b{i}"] = d.sum(0)
        d = d @ params[f"w{i}"].t()
    return grads


def sgd_(params, grads, lr, wd):
    for k in params:
        if k.startswith("w"):
            params[k] -= lr * (grads[k] + wd * params[k])
        else:
            params[k] -= lr * grads[k]


def pendulum(n, gen):
    th = (torch.rand(n, generator=gen) * 2 - 1) * 1.5
    om = (torch.rand(n, generator=gen) * 2 - 1) * 1.5
    energy = 0.5 * om ** 2 + 1.0 - torch.cos(th)
    corr = th ** 2 / 16 + 11 * th ** 4 / 3072
    return torch.stack([th, om], 1), torch.stack([energy, corr], 1)


if __name__ == "__main__":
    gen = torch.Generator().manual_seed(3)
    X, Y = pendulum(128, gen)
    params = init_params([2, 12, 12, 2], gen)
    for it in range(300):
        pred, tape = forward(params, X)
        loss = mse(pred, Y)
        sgd_(params, backward(params, tape, pred, Y), lr=0.1, wd=1e-5)
        if it % 60 == 0:
            print(it, float(loss))
    print("last", float(mse(forward(params, X)[0], Y)))
