import numpy as np


def softmax_loss_vectorized(W, X, y, reg):
    """
    Softmax loss function, vectorized version (assignment 1).

    - W: (D, C) weights, the last row acts as the bias
    - X: (N, D) minibatch (ones appended)
    - y: (N,) labels
    - reg: regularization strength
    """
    num_train = X.shape[0]
    scores = X.dot(W)
    scores -= scores.max(axis=1)[:, np.newaxis]
    log_probs = scores - np.log(np.exp(scores).sum(axis=1))[:, np.newaxis]

    loss = -log_probs[range(num_train), y].sum() / num_train
    loss += reg * np.sum(W * W)

    dscores = np.exp(log_probs)
    dscores[range(num_train), y] -= 1
    dW = X.T.dot(dscores) / num_train
    dW += 2 * reg * W
    return loss, dW


class LinearClassifier(object):

    def __init__(self):
        self.W = None

    def train(self, X, y, learning_rate=1e-1, reg=1e-3, num_iters=100, batch_size=50, verbose=False):
        num_train, dim = X.shape
        num_classes = np.max(y) + 1
        if self.W is None:
            self.W = 0.01 * np.random.randn(dim, num_classes)
        loss_history = []
        for it in range(num_iters):
            idx = np.random.choice(num_train, batch_size)
            X_batch, y_batch = X[idx], y[idx]
            loss, grad = self.loss(X_batch, y_batch, reg)
            loss_history.append(loss)
            self.W += -learning_rate * grad
            if verbose and it % 50 == 0:
                print('iteration %d / %d: loss %f' % (it, num_iters, loss))
        return loss_history

    def predict(self, X):
        return np.argmax(X.dot(self.W), axis=1)

    def loss(self, X_batch, y_batch, reg):
        return softmax_loss_vectorized(self.W, X_batch, y_batch, reg)


if __name__ == '__main__':
    np.random.seed(0)
    y = np.random.randint(0, 4, 400)
    X = np.random.randn(400, 5) + 2 * np.eye(5)[y]
    X = np.hstack([X, np.ones((400, 1))])
    clf = LinearClassifier()
    clf.train(X, y, num_iters=300, verbose=True)
    print('training accuracy: %f' % np.mean(clf.predict(X) == y))
