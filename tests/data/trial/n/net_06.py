# Spiral data case study, workshop day 2
import numpy as np

rs = np.random.RandomState(42)
N = 60   # points per class
D = 2    # dimensionality
K = 3    # number of classes
X = np.zeros((N*K, D))
y = np.zeros(N*K, dtype='uint8')
for j in range(K):
  ix = range(N*j, N*(j+1))
  r = np.linspace(0.0, 1, N)
  t = np.linspace(j*4, (j+1)*4, N) + rs.randn(N)*0.2
  X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]
  y[ix] = j

h = 40          # size of hidden layer
slope = 0.05    # leak
W = 0.3 * rs.randn(D, h)
b = np.zeros((1, h))
W2 = 0.3 * rs.randn(h, K)
b2 = np.zeros((1, K))

# hyperparameters
step_size = 0.3
reg = 1e-3
mu = 0.8
n_iter = 500

vW, vb, vW2, vb2 = [np.zeros_like(p) for p in (W, b, W2, b2)]
num_examples = X.shape[0]

for i in range(n_iter):
  # class scores, [N x K]
  pre = np.dot(X, W) + b
  hidden_layer = np.where(pre > 0, pre, slope * pre)
  scores = np.dot(hidden_layer, W2) + b2

  # class probabilities
  exp_scores = np.exp(scores - np.max(scores, axis=1, keepdims=True))
  probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)

  # average cross-entropy loss and regularization
  correct_logprobs = -np.log(probs[range(num_examples), y])
  data_loss = np.sum(correct_logprobs)/num_examples
  reg_loss = 0.5*reg*np.sum(W*W) + 0.5*reg*np.sum(W2*W2)
  loss = data_loss + reg_loss
  if i % 100 == 0:
    print("iteration %d: loss %f" % (i, loss))

  # gradient on scores
  dscores = probs
  dscores[range(num_examples), y] -= 1
  dscores /= num_examples

  # backprop
  dW2 = np.dot(hidden_layer.T, dscores)
  db2 = np.sum(dscores, axis=0, keepdims=True)
  dhidden = np.dot(dscores, W2.T)
  dhidden[pre <= 0] *= slope
  dW = np.dot(X.T, dhidden)
  db = np.sum(dhidden, axis=0, keepdims=True)

  dW2 += reg * W2
  dW += reg * W

  # momentum update
  vW = mu * vW - step_size * dW
  vb = mu * vb - step_size * db
  vW2 = mu * vW2 - step_size * dW2
  vb2 = mu * vb2 - step_size * db2
  W += vW
  b += vb
  W2 += vW2
  b2 += vb2

a = np.dot(X, W) + b
a = np.where(a > 0, a, slope * a)
print('training accuracy: %.2f' % np.mean(np.argmax(np.dot(a, W2) + b2, axis=1) == y))
