# spiral data, neural net (course notes "minimal case study", now with 2 hidden layers)
import numpy as np

np.random.seed(0)
N = 40  # number of points per class
D = 2   # dimensionality
K = 3   # number of classes
X = np.zeros((N*K, D))
y = np.zeros(N*K, dtype='uint8')
for j in range(K):
    ix = range(N*j, N*(j+1))
    r = np.linspace(0.0, 1, N)
    t = np.linspace(j*4, (j+1)*4, N) + np.random.randn(N)*0.2
    X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]
    y[ix] = j

h = 30  # size of hidden layers
W = 0.3 * np.random.randn(D, h)
b = np.zeros((1, h))
W2 = 0.3 * np.random.randn(h, h)
b2 = np.zeros((1, h))
W3 = 0.3 * np.random.randn(h, K)
b3 = np.zeros((1, K))

step_size = 0.5
reg = 1e-3  # regularization strength

num_examples = X.shape[0]
for i in range(1000):

    # evaluate class scores, [N x K]
    hidden1 = np.maximum(0, np.dot(X, W) + b)
    hidden2 = np.maximum(0, np.dot(hidden1, W2) + b2)
    scores = np.dot(hidden2, W3) + b3

    # compute the class probabilities
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)

    # average cross-entropy loss and regularization
    correct_logprobs = -np.log(probs[range(num_examples), y])
    data_loss = np.sum(correct_logprobs)/num_examples
    reg_loss = 0.5*reg*np.sum(W*W) + 0.5*reg*np.sum(W2*W2) + 0.5*reg*np.sum(W3*W3)
    loss = data_loss + reg_loss
    if i % 200 == 0:
        print("iteration %d: loss %f" % (i, loss))

    # gradient on scores
    dscores = probs
    dscores[range(num_examples), y] -= 1
    dscores /= num_examples

    # backpropagate
    dW3 = np.dot(hidden2.T, dscores)
    db3 = np.sum(dscores, axis=0, keepdims=True)
    dhidden2 = np.dot(dscores, W3.T)
    dhidden2[hidden2 <= 0] = 0
    dW2 = np.dot(hidden1.T, dhidden2)
    db2 = np.sum(dhidden2, axis=0, keepdims=True)
    dhidden1 = np.dot(dhidden2, W2.T)
    dhidden1[hidden2 <= 0] = 0
    dW = np.dot(X.T, dhidden1)
    db = np.sum(dhidden1, axis=0, keepdims=True)

    # add regularization gradient contribution
    dW3 += reg * W3
    dW2 += reg * W2
    dW += reg * W

    # perform a parameter update
    W += -step_size * dW
    b += -step_size * db
    W2 += -step_size * dW2
    b2 += -step_size * db2
    W3 += -step_size * dW3
    b3 += -step_size * db3

hidden1 = np.maximum(0, np.dot(X, W) + b)
hidden2 = np.maximum(0, np.dot(hidden1, W2) + b2)
predicted_class = np.argmax(np.dot(hidden2, W3) + b3, axis=1)
print('training accuracy: %.2f' % (np.mean(predicted_class == y)))
