# softmax regression on 3 gaussian blobs, minibatch SGD + momentum
import numpy as np
rs = np.random.RandomState(7)

n_cls, n_feat = 3, 4
centers = rs.randn(n_cls, n_feat) * 2
lab = rs.randint(0, n_cls, 150)
data = centers[lab] + rs.randn(150, n_feat)
onehot = np.eye(n_cls)[lab]


def softmax(a):
    a = a - a.max(1)[:, None]
    ea = np.exp(a)
    return ea / ea.sum(1)[:, None]


def xent(theta, bias, xb, tb):
    """mean cross entropy of the batch"""
    p = softmax(xb.dot(theta) + bias)
    return -np.mean(np.sum(tb * np.log(p + 1e-300), axis=1))


def gradient(theta, bias, xb, tb):
    n = xb.shape[0]
    p = softmax(xb.dot(theta) + bias)
    d = p - tb
    g_theta = xb.T.dot(d) / n
    g_bias = d.sum(0)
    return g_theta, g_bias


def fit(x, t, epochs=20, bs=25, lr=0.05, mu=0.9):
    theta = rs.randn(x.shape[1], t.shape[1]) * 0.01
    bias = np.zeros(t.shape[1])
    vt = np.zeros_like(theta)
    vb = np.zeros_like(bias)
    for ep in range(epochs):
        order = rs.permutation(len(x))
        for s in range(0, len(x), bs):
            idx = order[s:s + bs]
            gt, gb = gradient(theta, bias, x[idx], t[idx])
            vt = mu * vt - lr * gt
            vb = mu * vb - lr * gb
            theta = theta + vt
            bias = bias + vb
        if ep % 5 == 0:
            print('epoch', ep, 'loss', xent(theta, bias, x, t))
    return theta, bias


if __name__ == '__main__':
    th, bi = fit(data, onehot)
    acc = (softmax(data.dot(th) + bi).argmax(1) == lab).mean()
    print('acc', acc)
