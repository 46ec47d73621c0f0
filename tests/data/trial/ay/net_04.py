import numpy as np

class TwoLayerNet:
  """ affine - relu - affine - softmax, L2 regularised """

  def __init__(self, D, H, C, std=1e-1):
    self.params = {}
    self.params['W1'] = std * np.random.randn(D, H)
    self.params['b1'] = np.zeros(H)
    self.params['W2'] = std * np.random.randn(H, C)
    self.params['b2'] = np.zeros(C)

  def loss(self, X, y=None, reg=0.0):
    W1, b1 = self.params['W1'], self.params['b1']
    W2, b2 = self.params['W2'], self.params['b2']
    N = X.shape[0]

    hidden = np.maximum(0, X @ W1 + b1)
    scores = hidden @ W2 + b2
    if y is None:
      return scores

    scores = scores - scores.max(axis=1, keepdims=True)
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    data_loss = -np.log(probs[range(N), y]).sum() / N
    reg_loss = 0.5 * reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
    loss = data_loss + reg_loss

    grads = {}
    dscores = probs
    dscores[range(N), y] -= 1
    dscores /= N
    grads['W2'] = hidden.T @ dscores
    grads['b2'] = np.sum(dscores, axis=0)
    dhidden = dscores @ W2.T
    dhidden[hidden <= 0] = 0
    grads['W1'] = X.T @ dhidden
    grads['b1'] = np.sum(dhidden, axis=0)
    grads['W2'] += reg * W2
    grads['W1'] += reg * W1
    return loss, grads

  def train(self, X, y, learning_rate=0.5, reg=1e-3, num_iters=400, batch_size=32, verbose=False):
    history = []
    for it in range(num_iters):
      idx = np.random.choice(X.shape[0], batch_size)
      X_batch, y_batch = X[idx], y[idx]
      loss, grads = self.loss(X_batch, y_batch, reg)
      history.append(loss)
      for name in self.params:
        self.params[name] -= learning_rate * grads[name]
      if verbose and it % 100 == 0:
        print('iteration %d / %d: loss %f' % (it, num_iters, loss))
    return history

  def predict(self, X):
    return np.argmax(self.loss(X), axis=1)


def spiral(N=40, K=3):
  X = np.zeros((N*K, 2)); y = np.zeros(N*K, dtype='uint8')
  for j in range(K):
    ix = range(N*j, N*(j+1))
    r = np.linspace(0.0, 1, N)
    t = np.linspace(j*4, (j+1)*4, N) + np.random.randn(N)*0.2
    X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]
    y[ix] = j
  return X, y


if __name__ == '__main__':
  np.random.seed(0)
  X, y = spiral()
  net = TwoLayerNet(2, 30, 3)
  net.train(X, y, verbose=True)
  print('training accuracy: %.2f' % np.mean(net.predict(X) == y))
