import numpy as np

# Assignment 2: modular layers. (N, D) minibatches, y holds integer labels.

def affine_forward(x, w, b):
    return x.dot(w) + b, (x, w)

def affine_backward(dout, cache):
    x, w = cache
    return dout.dot(w.T), x.T.dot(dout), dout.sum(axis=0)

def softplus_forward(x):
    return np.logaddexp(0, x), x

def softplus_backward(dout, cache):
    return dout / (1 + np.exp(-cache))

def softmax_loss(scores, y):
    """Returns the average loss and the gradient with respect to the scores."""
    N = scores.shape[0]
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_probs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -log_probs[np.arange(N), y].sum() / N
    dscores = np.exp(log_probs)
    dscores[np.arange(N), y] -= 1
    dscores /= N
    return loss, dscores


class ThreeLayerNet(object):
    """affine - softplus - affine - softplus - affine - softmax"""

    def __init__(self, input_dim=5, hidden_dims=(10, 8), num_classes=4, weight_scale=0.3, reg=0.01):
        self.params = {}
        self.reg = reg
        dims = [input_dim] + list(hidden_dims) + [num_classes]
        for i in range(3):
            self.params['W%d' % (i + 1)] = weight_scale * np.random.randn(dims[i], dims[i + 1])
            self.params['b%d' % (i + 1)] = np.zeros(dims[i + 1])

    def loss(self, X, y=None):
        p = self.params
        h1, c1 = affine_forward(X, p['W1'], p['b1'])
        s1, r1 = softplus_forward(h1)
        h2, c2 = affine_forward(s1, p['W2'], p['b2'])
        s2, r2 = softplus_forward(h2)
        scores, c3 = affine_forward(s2, p['W3'], p['b3'])
        if y is None:
            return scores

        loss, dout = softmax_loss(scores, y)
        for W in ('W1', 'W2', 'W3'):
            loss += 0.5 * self.reg * np.sum(p[W] * p[W])

        grads = {}
        dout, grads['W3'], grads['b3'] = affine_backward(dout, c3)
        dout = softplus_backward(dout, r2)
        dout, grads['W2'], grads['b2'] = affine_backward(dout, c2)
        dout = softplus_backward(dout, r1)
        dout, grads['W1'], grads['b1'] = affine_backward(dout, c1)
        for W in ('W1', 'W2', 'W3'):
            grads[W] += self.reg * p[W]
        return loss, grads


def sgd_momentum(w, dw, config):
    v = config.get('velocity', np.zeros_like(w))
    v = config['momentum'] * v - config['learning_rate'] * dw
    config['velocity'] = v
    return w + v, config


class Solver(object):
    def __init__(self, model, X, y, batch_size=25, learning_rate=0.05, momentum=0.9):
        self.model, self.X, self.y, self.batch_size = model, X, y, batch_size
        self.loss_history = []
        self.optim_configs = {}
        for p in model.params:
            self.optim_configs[p] = {'learning_rate': learning_rate, 'momentum': momentum}

    def _step(self):
        batch_mask = np.random.choice(self.X.shape[0], self.batch_size)
        loss, grads = self.model.loss(self.X[batch_mask], self.y[batch_mask])
        self.loss_history.append(loss)
        for p, w in self.model.params.items():
            next_w, next_config = sgd_momentum(w, grads[p], self.optim_configs[p])
            self.model.params[p] = next_w
            self.optim_configs[p] = next_config

    def train(self, num_iters=300):
        for t in range(num_iters):
            self._step()
            if t % 50 == 0:
                print('(Iteration %d / %d) loss: %f' % (t + 1, num_iters, self.loss_history[-1]))


if __name__ == '__main__':
    np.random.seed(231)
    X = np.random.randn(200, 5)
    y = (X[:, 0] > 0).astype(int) + 2 * (X[:, 1] * X[:, 2] > 0).astype(int)
    model = ThreeLayerNet()
    Solver(model, X, y).train()
    print('train acc:', np.mean(model.loss(X).argmax(axis=1) == y))
