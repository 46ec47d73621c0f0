import numpy as np

ALPHA = 0.5      # elu
REG = 0.002
LR = 0.05
HIDDEN = (10, 6)


def elu(x):
    out = x.copy()
    neg = x < 0
    out[neg] = ALPHA * (np.exp(x[neg]) - 1)
    return out


def elu_grad(y):
    # y is the output of elu
    return np.where(y > 0, 1.0, y + 1.0)


def init(n_in, n_out, seed=0):
    rnd = np.random.RandomState(seed)
    dims = (n_in,) + HIDDEN + (n_out,)
    net = []
    for i, o in zip(dims, dims[1:]):
        net.append({'w': rnd.randn(i, o) * np.sqrt(1.0 / i), 'b': rnd.randn(o) * 0.01})
    return net


def feed(net, x):
    outs = [x]
    for n, layer in enumerate(net):
        s = np.dot(outs[-1], layer['w']) + layer['b']
        if n < len(net) - 1:
            s = elu(s)
        outs.append(s)
    return outs


def logistic_loss(net, x, y):
    """ mean binary cross entropy on logits + REG * ||w||^2 over all layers """
    s = feed(net, x)[-1]
    data = np.mean(np.logaddexp(0, s) - y * s)
    reg = REG * sum((layer['w'] ** 2).sum() for layer in net)
    return data + reg


def grads(net, x, y):
    outs = feed(net, x)
    d = (1 / (1 + np.exp(-outs[-1])) - y) / y.size
    result = []
    for n in reversed(range(len(net))):
        gw = np.dot(outs[n].T, d) + REG * net[n]['w']
        gb = d.sum(axis=0)
        result.insert(0, (gw, gb))
        if n:
            d = np.dot(d, net[n]['w'].T) * elu_grad(outs[n])
    return result


def sgd_step(net, x, y, lr=LR):
    for layer, (gw, gb) in zip(net, grads(net, x, y)):
        layer['w'] -= lr * gw
        layer['b'] -= lr * gb


if __name__ == '__main__':
    rnd = np.random.RandomState(9)
    x = rnd.randn(240, 3)
    y = ((x[:, 0] * x[:, 1] + x[:, 2]) > 0).astype(float).reshape(-1, 1)
    net = init(3, 1)
    for ep in range(61):
        order = rnd.permutation(240)
        for k in range(0, 240, 24):
            b = order[k:k + 24]
            sgd_step(net, x[b], y[b])
        if ep % 20 == 0:
            hit = ((feed(net, x)[-1] > 0) == (y > 0.5)).mean()
            print(ep, round(logistic_loss(net, x, y), 5), hit)
