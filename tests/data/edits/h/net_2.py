"""Three-layer fully connected net: affine - relu - affine - relu - affine - softmax."""
import numpy as np


class ThreeLayerNet(object):
    """D inputs, hidden layers of H1 and H2 units, C classes; softmax loss, L2 penalty."""

    def __init__(self, input_dim, hidden_dim1, hidden_dim2, num_classes,
                 weight_scale=1e-1, reg=0.0):
        self.reg = reg
        self.params = {}
        self.params['W1'] = weight_scale * np.random.randn(input_dim, hidden_dim1)
        self.params['b1'] = np.zeros(hidden_dim1)
        self.params['W2'] = weight_scale * np.random.randn(hidden_dim1, hidden_dim2)
        self.params['b2'] = np.zeros(hidden_dim2)
        self.params['W3'] = weight_scale * np.random.randn(hidden_dim2, num_classes)
        self.params['b3'] = np.zeros(num_classes)

    def loss(self, X, y=None):
        """X is (N, D), y holds N labels in 0..C-1.  Returns the scores if y is None,
        else a tuple of the loss and a dictionary of gradients."""
        W1, b1 = self.params['W1'], self.params['b1']
        W2, b2 = self.params['W2'], self.params['b2']
        W3, b3 = self.params['W3'], self.params['b3']
        N = X.shape[0]

        # forward pass
        z1 = X.dot(W1) + b1
        h1 = np.maximum(0, z1)
        z2 = h1.dot(W2) + b2
        h2 = np.maximum(0, z2)
        scores = h2.dot(W3) + b3
        if y is None:
            return scores

        # softmax loss
        shifted = scores - np.max(scores, axis=1, keepdims=True)
        exp_scores = np.exp(shifted)
        probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
        data_loss = -np.sum(np.log(probs[np.arange(N), y])) / N
        reg_loss = 0.5 * self.reg * (np.sum(W1 * W1) + np.sum(W2 * W2) + np.sum(W3 * W3))
        loss = data_loss + reg_loss

        # backward pass
        grads = {}
        dscores = probs.copy()
        dscores[np.arange(N), y] -= 1
        dscores /= N
        grads['W3'] = h2.T.dot(dscores)
        grads['b3'] = np.sum(dscores, axis=0)
        dh2 = dscores.dot(W3.T)
        dh2[z2 <= 0] = 0
        grads['W2'] = h1.T.dot(dh2)
        grads['b2'] = np.sum(dh2, axis=0)
        dh1 = dh2.dot(W2.T)
        dh1[z1 <= 0] = 0
        grads['W1'] = X.T.dot(dh1)
        grads['b1'] = np.sum(dh1, axis=0)
        for name in ('W1', 'W2', 'W3'):
            grads[name] += self.reg * self.params[name]
        return loss, grads

    def predict(self, X):
        return np.argmax(self.loss(X), axis=1)


def init_velocity(params):
    return {name: np.zeros(params[name].shape) for name in params}


def sgd_momentum(params, grads, velocity, learning_rate, momentum):
    """Update the parameters in place."""
    for name in params:
        v = velocity[name]
        v[:] = momentum * v - learning_rate * grads[name]
        params[name] += v


def train(model, X, y, learning_rate=1e-1, momentum=0.9, num_iters=300, batch_size=50,
          verbose=True):
    velocity = init_velocity(model.params)
    loss_history = []
    for it in range(num_iters):
        idx = np.random.choice(X.shape[0], batch_size, replace=False)
        loss, grads = model.loss(X[idx], y[idx])
        loss_history.append(loss)
        sgd_momentum(model.params, grads, velocity, learning_rate, momentum)
        if verbose and it % 50 == 0:
            print('iteration %d / %d: loss %f' % (it, num_iters, loss))
    return loss_history


if __name__ == '__main__':
    np.random.seed(0)
    X = np.random.randn(200, 2)
    y = (X[:, 0] > 0).astype(int) + (X[:, 1] > 0.3).astype(int)
    net = ThreeLayerNet(2, 20, 15, 3, reg=1e-3)
    train(net, X, y)
    print('training accuracy: %f' % np.mean(net.predict(X) == y))
