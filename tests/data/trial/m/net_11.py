"""
Event classifier  (ttbar / W+jets / QCD), used for the cross-check in App. B.

loss = <cross entropy>_batch + 0.5 * WD * (|U|^2 + |V|^2 + |R|^2 + |S|^2 + |T|^2)
"""
import numpy as np
from collections import namedtuple

WD = 1e-3
MOMENTUM = 0.8
Net = namedtuple('Net', 'U u V v R r S s T t')


def new_net(nfeat, nhid, ncls, gen):
    def w(i, o):
        return gen.normal(scale=1.0 / np.sqrt(i), size=(i, o))
    return Net(w(nfeat, nhid), np.zeros(nhid), w(nhid, nhid), np.zeros(nhid),
               w(nhid, nhid), np.zeros(nhid), w(nhid, nhid), np.zeros(nhid),
               w(nhid, ncls), np.zeros(ncls))


def log_softmax(z):
    z = z - z.max(axis=1)[:, None]
    return z - np.log(np.exp(z).sum(axis=1))[:, None]


def hidden(p, x):
    h1 = np.tanh(x @ p.U + p.u)
    h2 = np.tanh(h1 @ p.V + p.v)
    h3 = np.tanh(h2 @ p.R + p.r)
    h4 = np.tanh(h3 @ p.S + p.s)
    return h1, h2, h3, h4


def loss_fn(p, x, c):
    lp = log_softmax(hidden(p, x)[-1] @ p.T + p.t)
    penalty = 0.5 * WD * sum((m ** 2).sum() for m in p if m.ndim == 2)
    return -lp[range(len(c)), c].mean() + penalty


def grad_fn(p, x, c):
    h1, h2, h3, h4 = hidden(p, x)
    q = np.exp(log_softmax(h4 @ p.T + p.t))
    onehot = np.zeros_like(q)
    onehot[np.arange(len(c)), c] = 1
    e5 = (q - onehot) / x.shape[0]
    e4 = (1 - h4 ** 2) * (e5 @ p.T.T)
    e3 = (1 - h3 ** 2) * (e4 @ p.S.T)
    e2 = (1 - h2 ** 2) * (e3 @ p.R.T)
    e1 = (1 - h1 ** 2) * (e2 @ p.V.T)
    return Net(x.T @ e1 + WD * p.U, e1.sum(0), h1.T @ e2 + WD * p.V, e2.sum(0),
               h2.T @ e3 + WD * p.R, e3.sum(0), h3.T @ e4 + WD * p.S, e4.sum(0),
               h4.T @ e5 + WD * p.T, e5.sum(0))


def sgd(p, vel, g, lr):
    vel = Net(*(MOMENTUM * a + b for a, b in zip(vel, g)))
    p = Net(*(a - lr * b for a, b in zip(p, vel)))
    return p, vel


def events(n, gen):
    c = gen.integers(3, size=n)
    loc = np.array([[1., .8, .5, 0], [0, .9, -.5, .7], [-1., -.7, .1, -.5]])
    return gen.normal(loc[c], .8), c


if __name__ == '__main__':
    gen = np.random.default_rng(125)
    x, c = events(600, gen)
    xt, ct = events(300, gen)
    net = new_net(4, 8, 3, gen)
    vel = Net(*map(np.zeros_like, net))
    for epoch in range(31):
        for b in np.array_split(gen.permutation(len(x)), 12):
            net, vel = sgd(net, vel, grad_fn(net, x[b], c[b]), lr=0.05)
        if epoch % 5 == 0:
            eff = (log_softmax(hidden(net, xt)[-1] @ net.T + net.t).argmax(1) == ct).mean()
            print(f'{epoch:3d}  train {loss_fn(net, x, c):.4f}  test {loss_fn(net, xt, ct):.4f}  eff {eff:.3f}')
