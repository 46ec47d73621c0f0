import numpy as np

ALPHA = 1.0

def elu(z): return np.where(z > 0, z, ALPHA * (np.exp(np.minimum(z, 0)) - 1))
def elu_grad(z): return np.where(z > 0, 1.0, ALPHA * np.exp(np.minimum(z, 0)))

def make_net(sizes, rng):
    """No biases. Just a list of matrices, mats[k] maps layer k to k+1 (rows are samples)."""
    return [rng.normal(0, np.sqrt(1.0 / a), (a, b)) for a, b in zip(sizes, sizes[1:])]

def run(mats, x):
    zs, acts = [], [x]
    for k, M in enumerate(mats):
        z = acts[-1] @ M
        zs.append(z)
        acts.append(z if k == len(mats) - 1 else elu(z))
    return zs, acts

def objective(mats, x, y):
    # (1 / 2n) sum ||f(x) - y||^2
    return ((run(mats, x)[1][-1] - y) ** 2).sum() / (2 * len(x))

def grads(mats, x, y):
    zs, acts = run(mats, x)
    out = [None] * len(mats)
    g = (acts[-1] - y) / len(x)
    for k in range(len(mats) - 1, -1, -1):
        out[k] = acts[k].T @ g
        if k:
            g = (g @ mats[k].T) * elu_grad(zs[k - 1])
    return out

def sgd(mats, x, y, lr):
    return [M - lr * G for M, G in zip(mats, grads(mats, x, y))]

if __name__ == "__main__":
    rng = np.random.default_rng(11)
    x = rng.normal(size=(200, 3))
    y = np.column_stack([x[:, 0] * x[:, 1], np.abs(x[:, 2])])
    net = make_net([3, 12, 10, 8, 6, 2], rng)
    for epoch in range(60):
        p = rng.permutation(200)
        for i in range(0, 200, 20):
            b = p[i:i + 20]
            net = sgd(net, x[b], y[b], 0.03)
        if epoch % 10 == 0:
            print(epoch, objective(net, x, y))
