"""Python port of a few NETLAB-like routines (mlp, mlpfwd, mlperr, mlpbkp, mlpgrad, mlppak, mlpunpak)
for the pattern recognition course. One hidden layer of tanh units, softmax outputs.

error:   e = -sum_n sum_k t_nk ln y_nk  +  alpha/2 * w'w      (all weights and biases)
"""
import numpy as np


def mlp(nin, nhidden, nout, alpha=0.0, seed=42):
    rs = np.random.RandomState(seed)
    net = dict(type='mlp', nin=nin, nhidden=nhidden, nout=nout, alpha=alpha)
    net['nwts'] = (nin + 1) * nhidden + (nhidden + 1) * nout
    net['w1'] = rs.randn(nin, nhidden) / np.sqrt(nin + 1)
    net['b1'] = rs.randn(1, nhidden) / np.sqrt(nin + 1)
    net['w2'] = rs.randn(nhidden, nout) / np.sqrt(nhidden + 1)
    net['b2'] = rs.randn(1, nout) / np.sqrt(nhidden + 1)
    return net


def mlppak(net):
    return np.concatenate([net['w1'].ravel(), net['b1'].ravel(),
                           net['w2'].ravel(), net['b2'].ravel()])


def mlpunpak(net, w):
    if w.size != net['nwts']:
        raise ValueError('Invalid weight vector length')
    nin, nh, no = net['nin'], net['nhidden'], net['nout']
    mark1 = nin * nh
    mark2 = mark1 + nh
    mark3 = mark2 + nh * no
    net = dict(net)
    net['w1'] = w[:mark1].reshape(nin, nh)
    net['b1'] = w[mark1:mark2].reshape(1, nh)
    net['w2'] = w[mark2:mark3].reshape(nh, no)
    net['b2'] = w[mark3:].reshape(1, no)
    return net


def mlpfwd(net, x):
    ndata = x.shape[0]
    z = np.tanh(x @ net['w1'] + np.ones((ndata, 1)) @ net['b1'])
    a = z @ net['w2'] + np.ones((ndata, 1)) @ net['b2']
    temp = np.exp(a - a.max(axis=1, keepdims=True))
    y = temp / temp.sum(axis=1, keepdims=True)
    return y, z, a


def mlperr(net, x, t):
    y, z, a = mlpfwd(net, x)
    edata = -np.sum(t * np.log(y + (y == 0)))
    w = mlppak(net)
    return edata + 0.5 * net['alpha'] * (w @ w)


def mlpbkp(net, x, z, deltas):
    gw2 = z.T @ deltas
    gb2 = deltas.sum(axis=0)
    delhid = deltas @ net['w2'].T
    delhid = delhid * (1.0 - z * z)
    gw1 = x.T @ delhid
    gb1 = delhid.sum(axis=0)
    return np.concatenate([gw1.ravel(), gw2.ravel(), gb1, gb2])


def mlpgrad(net, x, t):
    y, z, a = mlpfwd(net, x)
    gdata = mlpbkp(net, x, z, y - t)
    return gdata + net['alpha'] * mlppak(net)


def graddesc(net, x, t, niters=200, eta=0.01, mu=0.5, display=True):
    w = mlppak(net)
    dwold = np.zeros_like(w)
    for n in range(niters):
        g = mlpgrad(mlpunpak(net, w), x, t)
        dw = mu * dwold - eta * g
        w = w + dw
        dwold = dw
        if display and n % 40 == 0:
            print('Cycle %4d  Error %11.6f' % (n, mlperr(mlpunpak(net, w), x, t)))
    return mlpunpak(net, w)


def demdata(ndata=45):
    rs = np.random.RandomState(1)
    c = np.array([[0., 0.], [2., 1.], [-1., 2.]])
    lab = np.arange(ndata) % 3
    return c[lab] + 0.6 * rs.randn(ndata, 2), np.eye(3)[lab]


if __name__ == '__main__':
    x, t = demdata()
    net = mlp(2, 6, 3, alpha=0.05)
    net = graddesc(net, x, t)
    y, _, _ = mlpfwd(net, x)
    print('correct: %.1f%%' % (100 * np.mean(y.argmax(1) == t.argmax(1))))
