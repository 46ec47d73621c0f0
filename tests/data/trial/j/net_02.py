import numpy as np


class FullyConnectedNet(object):
    """
    A fully-connected neural network with an arbitrary number of hidden layers,
    ReLU nonlinearities, and a softmax loss function. Architecture:

    {affine - relu} x (L - 1) - affine - softmax
    """

    def __init__(self, hidden_dims, input_dim=6, num_classes=4, reg=0.0,
                 weight_scale=1e-2, seed=None):
        self.reg = reg
        self.num_layers = 1 + len(hidden_dims)
        self.params = {}
        rs = np.random.RandomState(seed)
        dims = [input_dim] + list(hidden_dims) + [num_classes]
        for i in range(self.num_layers):
            self.params['W%d' % (i + 1)] = weight_scale * rs.randn(dims[i], dims[i + 1])
            self.params['b%d' % (i + 1)] = np.zeros(dims[i + 1])

    def loss(self, X, y=None):
        """
        Input: X of shape (N, D), y of shape (N,) integer labels.
        If y is None return the scores, otherwise (loss, grads).
        """
        cache = {}
        out = X
        for i in range(1, self.num_layers + 1):
            a = out.dot(self.params['W%d' % i]) + self.params['b%d' % i]
            cache[i] = (out, a)
            out = np.maximum(0, a)
        scores = out

        if y is None:
            return scores

        N = X.shape[0]
        shifted = scores - scores.max(axis=1, keepdims=True)
        logp = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        loss = -logp[np.arange(N), y].mean()
        for i in range(1, self.num_layers + 1):
            loss += 0.5 * self.reg * np.sum(self.params['W%d' % i] ** 2)

        grads = {}
        dout = np.exp(logp)
        dout[np.arange(N), y] -= 1
        dout /= N
        for i in range(self.num_layers, 0, -1):
            x, a = cache[i]
            if i < self.num_layers:
                dout = dout * (a > 0)
            grads['W%d' % i] = x.T.dot(dout) + self.reg * self.params['W%d' % i]
            grads['b%d' % i] = dout.sum(axis=0)
            dout = dout.dot(self.params['W%d' % i].T)
        return loss, grads


def sgd(w, dw, config):
    return w - config['learning_rate'] * dw


def train(model, X, y, num_iters=300, batch_size=32, lr=0.2, verbose=True):
    rs = np.random.RandomState(231)
    history = []
    for it in range(num_iters):
        mask = rs.choice(X.shape[0], batch_size)
        loss, grads = model.loss(X[mask], y[mask])
        history.append(loss)
        for p in model.params:
            model.params[p] = sgd(model.params[p], grads[p], {'learning_rate': lr})
        if verbose and it % 50 == 0:
            acc = (model.loss(X).argmax(axis=1) == y).mean()
            print('(Iteration %d / %d) loss: %f  train acc: %f' % (it + 1, num_iters, loss, acc))
    return history


if __name__ == '__main__':
    rs = np.random.RandomState(0)
    y = rs.randint(4, size=200)
    centers = 2 * rs.randn(4, 6)
    X = centers[y] + rs.randn(200, 6)
    net = FullyConnectedNet([20, 15], reg=1e-3, weight_scale=0.3, seed=1)
    train(net, X, y)
