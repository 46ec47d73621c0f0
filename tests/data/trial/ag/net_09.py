import numpy as np
from numpy import exp, where

# fit sin(x)*x with a deep-ish ELU net.   usage: python this_file.py

ALPHA = 0.7

def elu(z):         return where(z > 0, z, ALPHA * (exp(np.minimum(z, 0)) - 1))
def elu_grad(a):    return where(a > 0, 1.0, a + 1)      # from the activation

def build(sizes, rng):
    return [[rng.standard_normal((i, o)) / np.sqrt(i), np.zeros(o)] for i, o in zip(sizes, sizes[1:])]

def run(net, x):
    acts = [x]
    for k, (W, b) in enumerate(net):
        z = acts[-1] @ W + b
        acts.append(z if k == len(net) - 1 else elu(z))
    return acts

def mse(pred, y):
    return ((pred - y) ** 2).mean()

def grads(net, x, y):
    acts = run(net, x)
    n = len(x)
    g = 2 * (acts[-1] - y) / n
    out = []
    for k in range(len(net) - 1, -1, -1):
        W, b = net[k]
        out.append((acts[k].T @ g, g.mean(axis=0)))
        if k:
            g = (g @ W.T) * elu_grad(acts[k])
    return mse(acts[-1], y), out[::-1]

def step(net, x, y, lr):
    loss, gs = grads(net, x, y)
    for layer, (gW, gb) in zip(net, gs):
        layer[0] -= lr * gW
        layer[1] -= lr * gb
    return loss

def main():
    rng = np.random.default_rng(11)
    x = rng.uniform(-3, 3, (256, 1))
    y = np.sin(x) * x
    net = build([1, 12, 12, 10, 8, 1], rng)
    for it in range(2001):
        j = rng.integers(0, len(x), 32)
        l = step(net, x[j], y[j], 0.02)
        if it % 400 == 0:
            print(f"{it:5d}  batch {l:.4f}  full {mse(run(net, x)[-1], y):.4f}")

if __name__ == "__main__":
    main()
