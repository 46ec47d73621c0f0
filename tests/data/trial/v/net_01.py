# Assignment 1 - Q4: Two-Layer Neural Network
import numpy as np


class TwoLayerNet(object):
    """
    A two-layer fully-connected network: affine - relu - affine - softmax.
    Input dimension D, hidden dimension H, C classes.
    """

    def __init__(self, input_size, hidden_size, output_size, std=1e-1):
        self.params = {}
        self.params['W1'] = std * np.random.randn(input_size, hidden_size)
        self.params['b1'] = np.zeros(hidden_size)
        self.params['W2'] = std * np.random.randn(hidden_size, output_size)
        self.params['b2'] = np.zeros(output_size)

    def loss(self, X, y=None, reg=0.0):
        """
        Returns class scores if y is None, otherwise (loss, grads).
        """
        W1, b1 = self.params['W1'], self.params['b1']
        W2, b2 = self.params['W2'], self.params['b2']
        N, D = X.shape

        hidden = np.maximum(0, X.dot(W1) + b1)
        scores = hidden.dot(W2) + b2
        if y is None:
            return scores

        shift = scores - np.max(scores, axis=1, keepdims=True)
        exp_scores = np.exp(shift)
        probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
        loss = -np.sum(np.log(probs[np.arange(N), y])) / N
        loss += reg * (np.sum(W1 * W1) + np.sum(W2 * W2))

        grads = {}
        dscores = probs.copy()
        dscores[np.arange(N), y] -= 1
        dscores /= N
        grads['W2'] = hidden.T.dot(dscores) + 2 * reg * W2
        grads['b2'] = np.sum(dscores, axis=0)
        dhidden = dscores.dot(W2.T)
        dhidden[hidden <= 0] = 0
        grads['W1'] = X.T.dot(dhidden) + 2 * reg * W1
        grads['b1'] = np.sum(dhidden, axis=0)
        return loss, grads

    def train(self, X, y, learning_rate=1e-1, learning_rate_decay=0.99,
              reg=1e-3, num_iters=400, batch_size=50, verbose=False):
        num_train = X.shape[0]
        iterations_per_epoch = max(num_train // batch_size, 1)
        loss_history = []
        for it in range(num_iters):
            idx = np.random.choice(num_train, batch_size)
            X_batch, y_batch = X[idx], y[idx]
            loss, grads = self.loss(X_batch, y=y_batch, reg=reg)
            loss_history.append(loss)
            for p in self.params:
                self.params[p] -= learning_rate * grads[p]
            if verbose and it % 100 == 0:
                print('iteration %d / %d: loss %f' % (it, num_iters, loss))
            if (it + 1) % iterations_per_epoch == 0:
                learning_rate *= learning_rate_decay
        return loss_history

    def predict(self, X):
        return np.argmax(self.loss(X), axis=1)


def spiral(n=60, k=3, seed=1):
    rng = np.random.RandomState(seed)
    X, y = [], []
    for c in range(k):
        r = np.linspace(0.05, 1, n)
        t = np.linspace(c * 4, (c + 1) * 4, n) + rng.randn(n) * 0.2
        X.append(np.c_[r * np.sin(t), r * np.cos(t)])
        y += [c] * n
    return np.vstack(X), np.array(y)


if __name__ == '__main__':
    np.random.seed(0)
    X, y = spiral()
    net = TwoLayerNet(2, 40, 3)
    net.train(X, y, learning_rate=0.5, num_iters=1000, verbose=True)
    print('train accuracy:', (net.predict(X) == y).mean())
