import math
import numpy as np

C = math.sqrt(2 / math.pi)

def gelu(x):
    return 0.5 * x * (1 + np.tanh(C * (x + 0.044715 * x**3)))

def dgelu(x):
    t = np.tanh(C * (x + 0.044715 * x**3))
    return 0.5 * (1 + t) + 0.5 * x * (1 - t**2) * C * (1 + 3 * 0.044715 * x**2)

def init(d, h1, h2, o, rng):
    return [rng.normal(0, d**-.5, (d, h1)), np.zeros(h1),
            rng.normal(0, h1**-.5, (h1, h2)), np.zeros(h2),
            rng.normal(0, h2**-.5, (h2, o)), np.zeros(o)]

def fwd(theta, x):
    W1, b1, W2, b2, W3, b3 = theta
    a1 = x @ W1 + b1
    h1 = gelu(a1)
    a2 = h1 @ W2 + b2
    h2 = gelu(a2)
    out = a2 @ W3 + b3
    return out, (x, a1, h1, a2, h2)

def loss_fn(out, y):
    # 1/2 squared error, averaged over the batch
    return 0.5 * ((out - y)**2).sum(1).mean()

def bwd(theta, cache, out, y):
    W1, b1, W2, b2, W3, b3 = theta
    x, a1, h1, a2, h2 = cache
    d3 = (out - y) / len(y)
    d2 = (d3 @ W3.T) * dgelu(a2)
    d1 = (d2 @ W2.T) * dgelu(a1)
    return [x.T @ d1, d1.sum(0),
            h1.T @ d2, d2.sum(0),
            h2.T @ d3, d3.sum(0)]

def sgd(theta, g, lr):
    return [p - lr * q for p, q in zip(theta, g)]

def train(theta, x, y, lr=0.05, steps=400, bs=25, rng=None):
    for s in range(steps):
        k = rng.integers(0, len(x), bs)
        out, cache = fwd(theta, x[k])
        if s % 100 == 0:
            print(s, loss_fn(out, y[k]))
        theta = sgd(theta, bwd(theta, cache, out, y[k]), lr)
    return theta

if __name__ == '__main__':
    rng = np.random.default_rng(0)
    x = rng.normal(size=(200, 2))
    y = np.c_[np.sin(x[:, 0]) + x[:, 1]**2 / 3, x[:, 0] * x[:, 1]]
    theta = train(init(2, 20, 10, 2, rng), x, y, rng=rng)
    print('final', loss_fn(fwd(theta, x)[0], y))
