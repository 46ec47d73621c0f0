"""Function approximation with a deep ELU network (functional style, flat list of arrays)."""
import numpy as np

ALPHA = 1.0
SIZES = (3, 9, 8, 7, 6, 1)


def init(sizes=SIZES, seed=11):
    r = np.random.RandomState(seed)
    theta = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        theta += [r.randn(fan_in, fan_out) * (1.5 / fan_in) ** 0.5,
                  0.1 * r.randn(fan_out)]
    return theta


def elu(u):
    return np.where(u > 0, u, ALPHA * (np.exp(np.minimum(u, 0)) - 1))


def run(theta, x):
    """list of the outputs of all layers, x first"""
    acts = [x]
    n = len(theta) // 2
    for k in range(n):
        u = acts[-1] @ theta[2 * k] + theta[2 * k + 1]
        acts.append(u if k == n - 1 else elu(u))
    return acts


def objective(theta, x, t):
    r = run(theta, x)[-1] - t
    return np.sum(r * r) / (2 * len(x))


def gradient(theta, x, t):
    acts = run(theta, x)
    g = [None] * len(theta)
    d = (acts[-1] - t) / len(x)
    k = len(theta) // 2 - 1
    while True:
        g[2 * k] = acts[k].T @ d
        g[2 * k + 1] = d.sum(0)
        if k == 0:
            return g
        a = acts[k]
        # elu'(u) = 1 for u > 0, else alpha*exp(u) = elu(u) + alpha
        d = (d @ theta[2 * k].T) * np.where(a > 0, 1.0, a + ALPHA)
        k -= 1


def sgd(theta, x, t, rate=0.05, batch=20, epochs=60, seed=0):
    r = np.random.RandomState(seed)
    for epoch in range(epochs):
        perm = r.permutation(len(x))
        for part in np.array_split(perm, len(x) // batch):
            g = gradient(theta, x[part], t[part])
            theta = [p - rate * q for p, q in zip(theta, g)]
        if epoch % 15 == 0:
            print(epoch, objective(theta, x, t))
    return theta


if __name__ == "__main__":
    rs = np.random.RandomState(2)
    x = rs.uniform(-1, 1, (200, 3))
    t = (x[:, :1] * x[:, 1:2] + np.sin(2 * x[:, 2:]))
    theta = sgd(init(), x, t)
    print("final", objective(theta, x, t))
