import numpy as np

class TwoLayerNet(object):
  """
  affine - relu - affine - softmax
  Loss is the average softmax loss plus 0.5 * reg * (sum W1^2 + sum W2^2).
  """

  def __init__(self, input_size, hidden_size, output_size, std=1e-1):
    self.params = {}
    self.params['W1'] = std * np.random.randn(input_size, hidden_size)
    self.params['b1'] = np.zeros(hidden_size)
    self.params['W2'] = std * np.random.randn(hidden_size, output_size)
    self.params['b2'] = np.zeros(output_size)
    self.velocity = {k: np.zeros_like(v) for k, v in self.params.items()}

  def loss(self, X, y=None, reg=0.0):
    W1, b1 = self.params['W1'], self.params['b1']
    W2, b2 = self.params['W2'], self.params['b2']
    N, D = X.shape

    hidden = np.maximum(0, X.dot(W1) + b1)
    scores = hidden.dot(W2) + b2
    if y is None:
      return scores

    shifted = scores - np.max(scores, axis=1, keepdims=True)
    exp_scores = np.exp(shifted)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    data_loss = np.sum(-np.log(probs[np.arange(N), y])) / N
    reg_loss = 0.5 * reg * np.sum(W1 * W1) + 0.5 * reg * np.sum(W2 * W2)
    loss = data_loss + reg_loss

    grads = {}
    dscores = probs.copy()
    dscores[np.arange(N), y] -= 1
    dscores /= N
    grads['W2'] = np.dot(hidden.T, dscores) + reg * W2
    grads['b2'] = np.sum(dscores, axis=0)
    dhidden = np.dot(dscores, W2.T)
    dhidden[hidden <= 0] = 0
    grads['W1'] = np.dot(X.T, dhidden) + reg * W1
    grads['b1'] = np.sum(dhidden, axis=0)
    return loss, grads

  def step(self, X, y, learning_rate, momentum, reg):
    loss, grads = self.loss(X, y, reg)
    for p in self.params:
      self.velocity[p] = momentum * self.velocity[p] - learning_rate * grads[p]
      self.params[p] += self.velocity[p]
    return loss

  def train(self, X, y, learning_rate=5e-2, momentum=0.9, reg=1e-3,
            num_iters=200, batch_size=32, verbose=True):
    num_train = X.shape[0]
    for it in range(num_iters):
      idx = np.random.choice(num_train, batch_size)
      loss = self.step(X[idx], y[idx], learning_rate, momentum, reg)
      if verbose and it % 50 == 0:
        print('iteration %d / %d: loss %f' % (it, num_iters, loss))

  def predict(self, X):
    return np.argmax(self.loss(X), axis=1)

if __name__ == '__main__':
  np.random.seed(231)
  n = 60
  X = np.zeros((3 * n, 2))
  y = np.zeros(3 * n, dtype=int)
  for j in range(3):
    r = np.linspace(0.1, 1, n)
    t = np.linspace(j * 4, (j + 1) * 4, n) + np.random.randn(n) * 0.2
    X[n * j:n * (j + 1)] = np.c_[r * np.sin(t), r * np.cos(t)]
    y[n * j:n * (j + 1)] = j
  net = TwoLayerNet(2, 20, 3)
  net.train(X, y)
  print('train accuracy', np.mean(net.predict(X) == y))
