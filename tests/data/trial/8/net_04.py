"""
Minimal two layer softmax net on the spiral data. Leaky ReLU, momentum.
"""
import numpy as np

np.random.seed(231)
N, D, K = 60, 2, 3
h = 40
X = np.zeros((N*K, D))
y = np.zeros(N*K, dtype='uint8')
for j in range(K):
  ix = range(N*j, N*(j+1))
  r = np.linspace(0.0, 1, N)
  t = np.linspace(j*4, (j+1)*4, N) + np.random.randn(N)*0.2
  X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]
  y[ix] = j

# hyperparams
step_size = 2e-1
mu = 0.9
reg = 1e-3
leak = 0.01

W, b = 0.1*np.random.randn(D, h), np.zeros((1, h))
W2, b2 = 0.1*np.random.randn(h, K), np.zeros((1, K))
vW, vb, vW2, vb2 = np.zeros_like(W), np.zeros_like(b), np.zeros_like(W2), np.zeros_like(b2)

num_examples = X.shape[0]
for i in range(800):
  # forward
  pre = X @ W + b
  hidden = np.where(pre > 0, pre, leak*pre)
  scores = hidden @ W2 + b2

  # class probabilities [N x K]
  scores -= scores.max(axis=1, keepdims=True)
  exp_scores = np.exp(scores)
  probs = exp_scores / exp_scores.sum(axis=1, keepdims=True)

  # loss: average cross-entropy + regularization
  data_loss = -np.log(probs[range(num_examples), y]).sum() / num_examples
  reg_loss = 0.5*reg*np.sum(W*W) + 0.5*reg*np.sum(W2*W2)
  loss = data_loss + reg_loss
  if i % 100 == 0:
    print("iteration %d: loss %f" % (i, loss))

  # backprop
  dscores = probs
  dscores[range(num_examples), y] -= 1
  dscores /= num_examples

  dW2 = hidden.T @ dscores
  db2 = dscores.sum(axis=0, keepdims=True)
  dhidden = dscores @ W2.T
  dhidden[pre <= 0] *= leak
  dW = X.T @ dhidden
  db = dhidden.sum(axis=0, keepdims=True)

  dW2 += reg*W2
  dW += reg*W

  # momentum update
  vW = mu*vW - step_size*dW
  vb = mu*vb - step_size*db
  vW2 = mu*vW2 - step_size*dW2
  vb2 = mu*vb2 - step_size*db2
  W += vW
  b += vb
  W2 += vW2
  b2 += vb2

hidden = X @ W + b
hidden = np.where(hidden > 0, hidden, leak*hidden)
print('training accuracy: %.2f' % np.mean(np.argmax(hidden @ W2 + b2, axis=1) == y))
