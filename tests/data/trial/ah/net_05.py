import numpy as np

# spiral data, see the course notes (neural networks case study). Made it 3-layer.
np.random.seed(0)
N = 60 # number of points per class
D = 2 # dimensionality
K = 3 # number of classes
X = np.zeros((N*K,D))
y = np.zeros(N*K, dtype='uint8')
for j in range(K):
  ix = range(N*j,N*(j+1))
  r = np.linspace(0.05,1,N)
  t = np.linspace(j*4,(j+1)*4,N) + np.random.randn(N)*0.2
  X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]
  y[ix] = j

# initialize parameters randomly
h = 40
h2 = 20
W = 0.3 * np.random.randn(D,h)
b = np.zeros((1,h))
W2 = 0.3 * np.random.randn(h,h2)
b2 = np.zeros((1,h2))
W3 = 0.3 * np.random.randn(h2,K)
b3 = np.zeros((1,K))

# some hyperparameters
step_size = 0.5
reg = 1e-3

num_examples = X.shape[0]
for i in range(1500):

  # evaluate class scores, [N x K]
  hidden1 = np.maximum(0, np.dot(X, W) + b) # note, ReLU activation
  hidden2 = np.maximum(0, np.dot(hidden1, W2) + b2)
  scores = np.dot(hidden2, W3) + b3

  # compute the class probabilities
  exp_scores = np.exp(scores - scores.max(axis=1, keepdims=True))
  probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True) # [N x K]

  # compute the loss: average cross-entropy loss and regularization
  correct_logprobs = -np.log(probs[range(num_examples),y])
  data_loss = np.sum(correct_logprobs)/num_examples
  reg_loss = 0.5*reg*np.sum(W*W) + 0.5*reg*np.sum(W2*W2) + 0.5*reg*np.sum(W3*W3)
  loss = data_loss + reg_loss
  if i % 300 == 0:
    print("iteration %d: loss %f" % (i, loss))

  # compute the gradient on scores
  dscores = probs
  dscores[range(num_examples),y] -= 1
  dscores /= num_examples

  # backpropate the gradient to the parameters
  dW3 = np.dot(hidden2.T, dscores)
  db3 = np.sum(dscores, axis=0, keepdims=True)
  # next backprop into the hidden layers
  dhidden2 = np.dot(dscores, W3.T)
  dhidden1 = np.dot(dhidden2, W2.T)
  # backprop the ReLU non-linearity
  dhidden2[hidden2 <= 0] = 0
  dhidden1[hidden1 <= 0] = 0
  dW2 = np.dot(hidden1.T, dhidden2)
  db2 = np.sum(dhidden2, axis=0, keepdims=True)
  # finally into W,b
  dW = np.dot(X.T, dhidden1)
  db = np.sum(dhidden1, axis=0, keepdims=True)

  # add regularization gradient contribution
  dW3 += reg * W3
  dW2 += reg * W2
  dW += reg * W

  # perform a parameter update
  for param, grad in [(W,dW),(b,db),(W2,dW2),(b2,db2),(W3,dW3),(b3,db3)]:
    param += -step_size * grad

# evaluate training set accuracy
hidden1 = np.maximum(0, np.dot(X, W) + b)
hidden2 = np.maximum(0, np.dot(hidden1, W2) + b2)
predicted_class = np.argmax(np.dot(hidden2, W3) + b3, axis=1)
print('training accuracy: %.2f' % (np.mean(predicted_class == y)))
