import numpy as np


class ThreeLayerNet(object):
    """
    A fully-connected network. The net has an input dimension of N, two hidden
    layers, and performs classification over C classes. We train with a softmax
    loss function and L2 regularization on the weight matrices.

    input - affine - softplus - affine - softplus - affine - softmax

    (This year's homework replaces ReLU with softplus.)
    """

    def __init__(self, input_size, hidden1, hidden2, output_size, std=1e-1):
        self.params = {}
        self.params['W1'] = std * np.random.randn(input_size, hidden1)
        self.params['b1'] = np.zeros(hidden1)
        self.params['W2'] = std * np.random.randn(hidden1, hidden2)
        self.params['b2'] = np.zeros(hidden2)
        self.params['W3'] = std * np.random.randn(hidden2, output_size)
        self.params['b3'] = np.zeros(output_size)

    def loss(self, X, y=None, reg=0.0):
        W1, b1 = self.params['W1'], self.params['b1']
        W2, b2 = self.params['W2'], self.params['b2']
        W3, b3 = self.params['W3'], self.params['b3']
        N, D = X.shape

        # *****START OF YOUR CODE (DO NOT DELETE/MODIFY THIS LINE)*****
        s1 = X.dot(W1) + b1
        h1 = np.logaddexp(0, s1)
        s2 = h1.dot(W2) + b2
        h2 = np.logaddexp(0, s2)
        scores = h2.dot(W3) + b3
        # *****END OF YOUR CODE (DO NOT DELETE/MODIFY THIS LINE)*****

        if y is None:
            return scores

        # *****START OF YOUR CODE (DO NOT DELETE/MODIFY THIS LINE)*****
        scores -= scores.max(axis=1, keepdims=True)
        logp = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        loss = -logp[np.arange(N), y].sum() / N
        loss += reg * (np.sum(W1 * W1) + np.sum(W2 * W2) + np.sum(W3 * W3))
        # *****END OF YOUR CODE (DO NOT DELETE/MODIFY THIS LINE)*****

        grads = {}
        # *****START OF YOUR CODE (DO NOT DELETE/MODIFY THIS LINE)*****
        dscores = np.exp(logp)
        dscores[np.arange(N), y] -= 1
        dscores /= N
        grads['W3'] = h2.T.dot(dscores) + 2 * reg * W3
        grads['b3'] = dscores.sum(axis=0)
        # d softplus(s)/ds = sigmoid(s) = 1 - exp(-softplus(s))
        ds2 = dscores.dot(W3.T) * (1 - np.exp(-h2))
        grads['W2'] = h1.T.dot(ds2) + 2 * reg * W2
        grads['b2'] = ds2.sum(axis=0)
        ds1 = ds2.dot(W2.T) * (1 - np.exp(-h1))
        grads['W1'] = X.T.dot(ds1) + 2 * reg * W1
        grads['b1'] = ds1.sum(axis=0)
        # *****END OF YOUR CODE (DO NOT DELETE/MODIFY THIS LINE)*****
        return loss, grads

    def train(self, X, y, learning_rate=1e-1, learning_rate_decay=0.95, reg=1e-3,
              num_iters=300, batch_size=32, verbose=False):
        num_train = X.shape[0]
        iterations_per_epoch = max(num_train // batch_size, 1)
        loss_history = []
        for it in range(num_iters):
            idx = np.random.choice(num_train, batch_size, replace=True)
            X_batch, y_batch = X[idx], y[idx]
            loss, grads = self.loss(X_batch, y=y_batch, reg=reg)
            loss_history.append(loss)
            for p in self.params:
                self.params[p] -= learning_rate * grads[p]
            if verbose and it % 100 == 0:
                print('iteration %d / %d: loss %f' % (it, num_iters, loss))
            if (it + 1) % iterations_per_epoch == 0:
                learning_rate *= learning_rate_decay
        return {'loss_history': loss_history}

    def predict(self, X):
        return np.argmax(self.loss(X), axis=1)


def init_toy_data(num_inputs=90, input_size=4, num_classes=3):
    np.random.seed(1)
    X = 2 * np.random.randn(num_inputs, input_size)
    y = np.argmax(X[:, :num_classes], axis=1)
    return X, y


if __name__ == '__main__':
    X, y = init_toy_data()
    net = ThreeLayerNet(4, 12, 10, 3, std=0.4)
    stats = net.train(X, y, verbose=True)
    print('Final training loss: ', stats['loss_history'][-1])
    print('train acc', (net.predict(X) == y).mean())
