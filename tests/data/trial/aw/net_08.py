import numpy as np

SLOPE = 0.1
lam = 2.0


def leaky(x): return np.where(x > 0, x, SLOPE * x)
def dleaky(x): return (x > 0).astype(float)


def new_net(rng, d_in, width, depth, k):
    net = []
    fan = d_in
    for _ in range(depth):
        net.append([rng.standard_normal((fan, width)) * np.sqrt(2 / fan), np.zeros(width)])
        fan = width
    net.append([rng.standard_normal((fan, k)) * np.sqrt(1 / fan), np.zeros(k)])
    return net


def run(net, x):
    pre, post = [], [x]
    for i, (W, b) in enumerate(net):
        z = post[-1] @ W + b
        pre.append(z)
        post.append(leaky(z) if i < len(net) - 1 else z)
    return pre, post


def log_softmax(s):
    s = s - s.max(1, keepdims=True)
    return s - np.log(np.exp(s).sum(1, keepdims=True))


def objective(net, x, labels):
    # mean cross entropy + lam/(2m) * ||W||^2   (weights only)
    m = len(x)
    lp = log_softmax(run(net, x)[1][-1])
    ce = -lp[range(m), labels].mean()
    return ce + lam / (2 * m) * sum((W ** 2).sum() for W, _ in net)


def gradients(net, x, labels):
    m = len(x)
    pre, post = run(net, x)
    d = np.exp(log_softmax(post[-1]))
    d[range(m), labels] -= 1
    d /= m
    out = [None] * len(net)
    for i in reversed(range(len(net))):
        gW = post[i].T @ d + lam * net[i][0]
        gb = d.sum(0)
        out[i] = (gW, gb)
        if i > 0:
            d = (d @ net[i][0].T) * dleaky(pre[i - 1])
    return out


def sgd(net, x, labels, lr):
    for (W, b), (gW, gb) in zip(net, gradients(net, x, labels)):
        W -= lr * gW
        b -= lr * gb


if __name__ == "__main__":
    rng = np.random.default_rng(5)
    x = rng.standard_normal((150, 2))
    labels = (x[:, 0] * x[:, 1] > 0).astype(int) + (np.hypot(*x.T) > 1.6)
    net = new_net(rng, 2, 10, 4, 3)
    for epoch in range(40):
        order = rng.permutation(150)
        for s in range(0, 150, 30):
            idx = order[s:s + 30]
            sgd(net, x[idx], labels[idx], 0.02)
        if epoch % 10 == 0:
            print(epoch, objective(net, x, labels))
