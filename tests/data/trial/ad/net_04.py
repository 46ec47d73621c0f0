from __future__ import print_function
import numpy as np


class ThreeLayerNet(object):
  """
  affine - softplus - affine - softplus - affine - softmax

  The net has an input dimension of N, hidden layers of dimension H, and performs
  classification over C classes. Trained with a softmax loss and L2
  regularization (0.5 * reg * ||W||^2) on the weight matrices.
  """

  def __init__(self, input_size, hidden_size, output_size, std=1e-1):
    self.params = {}
    self.params['W1'] = std * np.random.randn(input_size, hidden_size)
    self.params['b1'] = np.zeros(hidden_size)
    self.params['W2'] = std * np.random.randn(hidden_size, hidden_size)
    self.params['b2'] = np.zeros(hidden_size)
    self.params['W3'] = std * np.random.randn(hidden_size, output_size)
    self.params['b3'] = np.zeros(output_size)

  def loss(self, X, y=None, reg=0.0):
    W1, b1 = self.params['W1'], self.params['b1']
    W2, b2 = self.params['W2'], self.params['b2']
    W3, b3 = self.params['W3'], self.params['b3']
    N, D = X.shape

    z1 = X.dot(W1) + b1
    h1 = np.logaddexp(0, z1)
    z2 = h1.dot(W2) + b2
    h2 = np.logaddexp(0, z2)
    scores = h2.dot(W3) + b3
    if y is None:
      return scores

    scores = scores - np.max(scores, axis=1, keepdims=True)
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    data_loss = np.sum(-np.log(probs[np.arange(N), y])) / N
    reg_loss = 0.5 * reg * (np.sum(W1 * W1) + np.sum(W2 * W2) + np.sum(W3 * W3))
    loss = data_loss + reg_loss

    grads = {}
    dscores = probs
    dscores[range(N), y] -= 1
    dscores /= N
    grads['W3'] = h2.T.dot(dscores) + reg * W3
    grads['b3'] = np.sum(dscores, axis=0)
    dz2 = dscores.dot(W3.T) * (1 - np.exp(-h2))
    grads['W2'] = h1.T.dot(dz2) + reg * W2
    grads['b2'] = np.sum(dz2, axis=0)
    dz1 = dz2.dot(W2.T) * (1 - np.exp(-h1))
    grads['W1'] = X.T.dot(dz1) + reg * W1
    grads['b1'] = np.sum(dz1, axis=0)
    return loss, grads

  def train(self, X, y, learning_rate=5e-1, learning_rate_decay=0.98,
            reg=1e-4, num_iters=600, batch_size=50, verbose=True):
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
      if it % (iterations_per_epoch * 10) == 0:
        learning_rate *= learning_rate_decay
    return loss_history

  def predict(self, X):
    return np.argmax(self.loss(X), axis=1)


def make_blobs(n_per_class=60):
  centers = np.array([[0, 2.], [2., -1.], [-2., -1.]])
  X = np.concatenate([c + 0.7 * np.random.randn(n_per_class, 2) for c in centers])
  return X, np.repeat(np.arange(3), n_per_class)


if __name__ == '__main__':
  np.random.seed(231)
  X, y = make_blobs()
  net = ThreeLayerNet(2, 12, 3)
  net.train(X, y)
  print('training accuracy:', (net.predict(X) == y).mean())
