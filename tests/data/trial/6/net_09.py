# Deep learning assignment 1  (roll no. CS17xxx / CS17yyy)
# feedforward neural network, loss and activation are chosen on the "command line"
# usage in report: args = dict(num_hidden=2, sizes=[8, 8], activation='tanh', loss='sq', ...)
import numpy as np

args = dict(lr=0.1, momentum=0.5, num_hidden=2, sizes=[8, 8], activation='tanh',
            loss='sq', batch_size=20, epochs=40)


def softmax(a):
    a = a - np.max(a, axis=0)
    return np.exp(a) / np.sum(np.exp(a), axis=0)


def g(a):
    if args['activation'] == 'tanh':
        return np.tanh(a)
    return 1 / (1 + np.exp(-a))


def g_dash(a):
    if args['activation'] == 'tanh':
        return 1 - np.tanh(a) ** 2
    s = 1 / (1 + np.exp(-a))
    return s * (1 - s)


def init(n_in, n_out):
    dims = [n_in] + args['sizes'] + [n_out]
    W = [None] + [np.random.randn(dims[k], dims[k - 1]) / np.sqrt(dims[k - 1]) for k in range(1, len(dims))]
    b = [None] + [np.zeros((dims[k], 1)) for k in range(1, len(dims))]
    return W, b


def forward_prop(x, W, b):
    """x is (features, batch). a_k = W_k h_{k-1} + b_k , h_k = g(a_k), yhat = softmax(a_L)"""
    L = args['num_hidden'] + 1
    h = [x] + [None] * L
    a = [None] * (L + 1)
    for k in range(1, L):
        a[k] = b[k] + W[k] @ h[k - 1]
        h[k] = g(a[k])
    a[L] = b[L] + W[L] @ h[L - 1]
    h[L] = softmax(a[L])
    return a, h, h[L]


def loss_fn(yhat, y):
    n = y.shape[1]
    if args['loss'] == 'sq':
        return np.sum((yhat - y) ** 2) / (2 * n)
    return -np.sum(y * np.log(yhat)) / n


def back_prop(a, h, yhat, y, W):
    L = args['num_hidden'] + 1
    n = y.shape[1]
    gW = [None] * (L + 1)
    gb = [None] * (L + 1)
    if args['loss'] == 'sq':
        ga = (yhat - y) * yhat * (1 - yhat)
    else:
        ga = yhat - y
    for k in range(L, 0, -1):
        gW[k] = ga @ h[k - 1].T / n
        gb[k] = np.sum(ga, axis=1, keepdims=True) / n
        if k > 1:
            gh = W[k].T @ ga
            ga = gh * g_dash(a[k - 1])
    return gW, gb


def train(X, Y):
    W, b = init(X.shape[0], Y.shape[0])
    L = args['num_hidden'] + 1
    uW = [None] + [0 * W[k] for k in range(1, L + 1)]
    ub = [None] + [0 * b[k] for k in range(1, L + 1)]
    for ep in range(args['epochs']):
        for s in range(0, X.shape[1], args['batch_size']):
            x, y = X[:, s:s + args['batch_size']], Y[:, s:s + args['batch_size']]
            a, h, yhat = forward_prop(x, W, b)
            gW, gb = back_prop(a, h, yhat, y, W)
            for k in range(1, L + 1):
                uW[k] = args['momentum'] * uW[k] + args['lr'] * gW[k]
                ub[k] = args['momentum'] * ub[k] + args['lr'] * gb[k]
                W[k] = W[k] - uW[k]
                b[k] = b[k] - ub[k]
        if ep % 10 == 0:
            yhat = forward_prop(X, W, b)[2]
            acc = np.mean(yhat.argmax(0) == Y.argmax(0))
            print('Epoch %d, Loss: %.4f, Accuracy: %.3f, lr: %g' % (ep, loss_fn(yhat, Y), acc, args['lr']))
    return W, b


if __name__ == '__main__':
    np.random.seed(1234)
    X = np.random.randn(4, 160)
    labels = (X[0] > 0).astype(int) + 2 * (X[1] * X[2] > 0).astype(int)
    Y = np.eye(4)[labels].T
    W, b = train(X, Y)
