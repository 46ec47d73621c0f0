import numpy as np


class TwoLayerNet:
    """
    affine - tanh - affine - softmax. Input dimension D, hidden H, C classes.
    N x D data, integer labels y.
    """

    def __init__(self, input_size, hidden_size, output_size, std=0.3, rng=None):
        rng = rng or np.random.default_rng(0)
        self.params = {
            'W1': std * rng.standard_normal((input_size, hidden_size)),
            'b1': np.zeros(hidden_size),
            'W2': std * rng.standard_normal((hidden_size, output_size)),
            'b2': np.zeros(output_size),
        }
        self.v = {k: np.zeros_like(p) for k, p in self.params.items()}

    def loss(self, X, y=None, reg=0.0):
        W1, b1 = self.params['W1'], self.params['b1']
        W2, b2 = self.params['W2'], self.params['b2']
        N, D = X.shape

        h = np.tanh(X.dot(W1) + b1)
        scores = h.dot(W2) + b2
        if y is None:
            return scores

        scores = scores - np.max(scores, axis=1, keepdims=True)
        probs = np.exp(scores)
        probs /= np.sum(probs, axis=1, keepdims=True)
        loss = -np.sum(np.log(probs[np.arange(N), y])) / N
        loss += 0.5 * reg * (np.sum(W1 * W1) + np.sum(W2 * W2))

        dscores = probs.copy()
        dscores[np.arange(N), y] -= 1
        dscores /= N

        grads = {}
        grads['W2'] = h.T.dot(dscores) + reg * W2
        grads['b2'] = dscores.sum(axis=0)
        dh = dscores.dot(W2.T)
        dh *= 1 - h * h
        grads['W1'] = X.T.dot(dh) + reg * W1
        grads['b1'] = dh.sum(axis=0)
        return loss, grads

    def train(self, X, y, learning_rate=0.1, mu=0.9, reg=1e-3,
              num_iters=300, batch_size=32, verbose=True):
        num_train = X.shape[0]
        history = []
        for it in range(num_iters):
            idx = np.random.choice(num_train, batch_size)
            loss, grads = self.loss(X[idx], y[idx], reg=reg)
            history.append(loss)
            for k in self.params:
                self.v[k] = mu * self.v[k] - learning_rate * grads[k]
                self.params[k] += self.v[k]
            if verbose and it % 100 == 0:
                print('iteration %d / %d: loss %f' % (it, num_iters, loss))
        return history

    def predict(self, X):
        return np.argmax(self.loss(X), axis=1)


def spiral(n=80, K=3):
    X = np.zeros((n * K, 2))
    y = np.zeros(n * K, dtype='uint8')
    for j in range(K):
        ix = range(n * j, n * (j + 1))
        r = np.linspace(0.0, 1, n)
        t = np.linspace(j * 4, (j + 1) * 4, n) + np.random.randn(n) * 0.2
        X[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
        y[ix] = j
    return X, y


if __name__ == '__main__':
    np.random.seed(0)
    X, y = spiral()
    net = TwoLayerNet(2, 40, 3)
    net.train(X, y)
    print('train acc', (net.predict(X) == y).mean())
