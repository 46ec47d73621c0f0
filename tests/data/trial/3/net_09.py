import numpy as np


class ThreeLayerNet(object):
    """
    assignment1 TwoLayerNet, extended to three layers for the bonus question

    input - fc - ReLU - fc - softplus - fc - softmax

    N x D inputs, labels y are ints. Softmax loss averaged over the batch and
    L2 regularization reg * sum(W*W) on the three weight matrices.
    """

    def __init__(self, input_size, h1, h2, output_size, std=0.3):
        self.params = {}
        self.params['W1'] = std * np.random.randn(input_size, h1)
        self.params['b1'] = np.zeros(h1)
        self.params['W2'] = std * np.random.randn(h1, h2)
        self.params['b2'] = np.zeros(h2)
        self.params['W3'] = std * np.random.randn(h2, output_size)
        self.params['b3'] = np.zeros(output_size)

    def loss(self, X, y=None, reg=0.0):
        W1, b1 = self.params['W1'], self.params['b1']
        W2, b2 = self.params['W2'], self.params['b2']
        W3, b3 = self.params['W3'], self.params['b3']
        N, D = X.shape

        hidden1 = np.maximum(0, X.dot(W1) + b1)
        pre2 = hidden1.dot(W2) + b2
        hidden2 = np.logaddexp(0, pre2)
        scores = hidden2.dot(W3) + b3
        if y is None:
            return scores

        shifted = scores - np.max(scores, axis=1, keepdims=True)
        probs = np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True)
        loss = np.sum(-np.log(probs[np.arange(N), y])) / N
        loss += reg * (np.sum(W1 * W1) + np.sum(W2 * W2) + np.sum(W3 * W3))

        grads = {}
        dscores = probs.copy()
        dscores[np.arange(N), y] -= 1
        dscores /= N

        grads['W3'] = hidden2.T.dot(dscores) + 2 * reg * W3
        grads['b3'] = np.sum(dscores, axis=0)

        dhidden2 = dscores.dot(W3.T)
        dpre2 = dhidden2 / (1.0 + np.exp(-pre2))
        grads['W2'] = hidden1.T.dot(dpre2)
        grads['b2'] = np.sum(dpre2, axis=0)

        dhidden1 = dpre2.dot(W2.T)
        dhidden1[hidden1 <= 0] = 0
        grads['W1'] = X.T.dot(dhidden1) + 2 * reg * W1
        grads['b1'] = np.mean(dhidden1, axis=0)

        return loss, grads

    def train(self, X, y, learning_rate=1e-1, learning_rate_decay=0.95, reg=5e-3,
              num_iters=300, batch_size=30, verbose=False):
        num_train = X.shape[0]
        iterations_per_epoch = max(num_train // batch_size, 1)
        loss_history = []
        for it in range(num_iters):
            idx = np.random.choice(num_train, batch_size)
            X_batch = X[idx]
            y_batch = y[idx]
            loss, grads = self.loss(X_batch, y=y_batch, reg=reg)
            loss_history.append(loss)
            for name in self.params:
                self.params[name] -= learning_rate * grads[name]
            if verbose and it % 50 == 0:
                print('iteration %d / %d: loss %f' % (it, num_iters, loss))
            if (it + 1) % (iterations_per_epoch * 10) == 0:
                learning_rate *= learning_rate_decay
        return loss_history

    def predict(self, X):
        return np.argmax(self.loss(X), axis=1)


def spiral(N=40, K=3):
    X = np.zeros((N * K, 2))
    y = np.zeros(N * K, dtype='uint8')
    for j in range(K):
        r = np.linspace(0.0, 1, N)
        t = np.linspace(j * 4, (j + 1) * 4, N) + np.random.randn(N) * 0.2
        X[N * j:N * (j + 1)] = np.c_[r * np.sin(t), r * np.cos(t)]
        y[N * j:N * (j + 1)] = j
    return X, y


if __name__ == '__main__':
    np.random.seed(0)
    X, y = spiral()
    net = ThreeLayerNet(2, 20, 12, 3)
    net.train(X, y, verbose=True)
    print('training accuracy: %.2f' % np.mean(net.predict(X) == y))
