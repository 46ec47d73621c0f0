import numpy as np


def affine_forward(x, w, b):
    return x.dot(w) + b, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    return dout.dot(w.T), x.T.dot(dout), dout.sum(axis=0)


def lrelu_forward(x, slope=0.1):
    return np.where(x > 0, x, slope * x), (x, slope)


def lrelu_backward(dout, cache):
    x, slope = cache
    return np.where(x > 0, dout, slope * dout)


def softmax_loss(x, y):
    shifted = x - x.max(axis=1, keepdims=True)
    log_probs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    N = x.shape[0]
    loss = -log_probs[np.arange(N), y].mean()
    dx = np.exp(log_probs)
    dx[np.arange(N), y] -= 1
    return loss, dx / N


def sgd_momentum(w, dw, config):
    v = config.setdefault('velocity', np.zeros_like(w))
    v = config['momentum'] * v - config['learning_rate'] * dw
    config['velocity'] = v
    return w + v


class FullyConnectedNet:
    def __init__(self, hidden_dims, input_dim, num_classes, reg=0.0, seed=0):
        rng = np.random.RandomState(seed)
        self.reg = reg
        self.num_layers = 1 + len(hidden_dims)
        self.params = {}
        dims = [input_dim] + list(hidden_dims) + [num_classes]
        for i in range(self.num_layers):
            self.params['W%d' % (i + 1)] = rng.randn(dims[i], dims[i + 1]) * np.sqrt(2.0 / dims[i])
            self.params['b%d' % (i + 1)] = np.zeros(dims[i + 1])

    def loss(self, X, y=None):
        caches = []
        out = X
        for i in range(1, self.num_layers):
            out, fc = affine_forward(out, self.params['W%d' % i], self.params['b%d' % i])
            out, ac = lrelu_forward(out)
            caches.append((fc, ac))
        L = self.num_layers
        scores, last = affine_forward(out, self.params['W%d' % L], self.params['b%d' % L])
        if y is None:
            return scores

        grads = {}
        loss, dout = softmax_loss(scores, y)
        dout, grads['W%d' % L], grads['b%d' % L] = affine_backward(dout, last)
        for i in range(L - 1, 0, -1):
            fc, ac = caches.pop()
            dout = lrelu_backward(dout, ac)
            dout, grads['W%d' % i], grads['b%d' % i] = affine_backward(dout, fc)
        for i in range(1, L + 1):
            W = self.params['W%d' % i]
            loss += 0.5 * self.reg * np.sum(W * W)
            grads['W%d' % i] += self.reg * W
        return loss, grads


class Solver:
    def __init__(self, model, X, y, batch_size=32, learning_rate=0.02, momentum=0.9):
        self.model, self.X, self.y = model, X, y
        self.batch_size = batch_size
        self.optim_configs = {p: {'learning_rate': learning_rate, 'momentum': momentum}
                              for p in model.params}
        self.loss_history = []

    def _step(self):
        mask = np.random.choice(self.X.shape[0], self.batch_size)
        loss, grads = self.model.loss(self.X[mask], self.y[mask])
        self.loss_history.append(loss)
        for p, w in self.model.params.items():
            self.model.params[p] = sgd_momentum(w, grads[p], self.optim_configs[p])

    def train(self, num_iterations=200, print_every=40):
        for t in range(num_iterations):
            self._step()
            if t % print_every == 0:
                print('(Iteration %d / %d) loss: %f' % (t + 1, num_iterations, self.loss_history[-1]))


if __name__ == '__main__':
    np.random.seed(231)
    X = np.random.randn(300, 8)
    y = (X[:, 0] * X[:, 1] > 0).astype(int) + (X[:, 2] > 0.5)
    model = FullyConnectedNet([16, 16, 12, 8], 8, 3, reg=1e-3)
    solver = Solver(model, X, y)
    solver.train()
    print('train acc', (model.loss(X).argmax(axis=1) == y).mean())
