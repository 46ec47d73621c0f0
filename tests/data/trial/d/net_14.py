import numpy as np

# two moons, labels in {-1, +1}; logistic loss mean(log(1 + exp(-y * f(x))))

def moons(n, noise, gen):
    t = gen.uniform(0, np.pi, n)
    lab = gen.integers(0, 2, n)
    pts = np.where(lab[:, None] == 0,
                   np.stack([np.cos(t), np.sin(t)], 1),
                   np.stack([1 - np.cos(t), 0.5 - np.sin(t)], 1))
    return pts + noise * gen.normal(size=pts.shape), 2.0 * lab - 1.0

def make_net(n_in, width, n_hidden, gen):
    sizes = [n_in] + [width] * n_hidden + [1]
    Ws = [gen.normal(size=(a, b)) / np.sqrt(a) for a, b in zip(sizes, sizes[1:])]
    bs = [0.1 * gen.normal(size=b) for b in sizes[1:]]
    return Ws, bs

def make_velocity(n_in, width, n_hidden):
    vW = [np.zeros((n_in, width))]
    vW += [np.zeros((width, width)) for _ in range(n_hidden - 1)]
    vW += [np.zeros((width, 1))]
    vb = [np.zeros(width)] * n_hidden + [np.zeros(1)]
    return vW, vb

def forward(Ws, bs, x):
    hs = [x]
    for W, b in zip(Ws[:-1], bs[:-1]):
        hs.append(np.tanh(hs[-1] @ W + b))
    f = (hs[-1] @ Ws[-1] + bs[-1])[:, 0]
    return f, hs

def loss_fn(f, y):
    return np.mean(np.logaddexp(0.0, -y * f))

def gradients(Ws, hs, f, y):
    gW, gb = [None] * len(Ws), [None] * len(Ws)
    g = (-y / (1.0 + np.exp(y * f)) / len(y))[:, None]
    for i in range(len(Ws) - 1, -1, -1):
        gW[i] = hs[i].T @ g
        gb[i] = g.sum(axis=0)
        if i:
            g = (g @ Ws[i].T) * (1.0 - hs[i] ** 2)
    return gW, gb

def step(Ws, bs, vW, vb, x, y, lr=0.1, mu=0.8):
    f, hs = forward(Ws, bs, x)
    gW, gb = gradients(Ws, hs, f, y)
    for i in range(len(Ws)):
        vW[i] *= mu
        vW[i] -= lr * gW[i]
        Ws[i] += vW[i]
        vb[i] *= mu
        vb[i] -= lr * gb[i]
        bs[i] += vb[i]
    return loss_fn(f, y)

if __name__ == '__main__':
    gen = np.random.default_rng(2024)
    x, y = moons(200, 0.1, gen)
    Ws, bs = make_net(2, 10, 3, gen)
    vW, vb = make_velocity(2, 10, 3)
    for epoch in range(30):
        perm = gen.permutation(len(x))
        for k in range(0, len(x), 20):
            sel = perm[k:k + 20]
            step(Ws, bs, vW, vb, x[sel], y[sel])
        if epoch % 5 == 0:
            f, _ = forward(Ws, bs, x)
            print('%3d  loss %.4f  acc %.3f' % (epoch, loss_fn(f, y), np.mean(np.sign(f) == y)))
