# spiral classification, following the course notes
import numpy as np

np.random.seed(0)
N = 40   # points per class
D = 2
K = 3
X = np.zeros((N * K, D))
y = np.zeros(N * K, dtype='uint8')
for j in range(K):
    ix = range(N * j, N * (j + 1))
    r = np.linspace(0.05, 1, N)
    t = np.linspace(j * 4, (j + 1) * 4, N) + np.random.randn(N) * 0.2
    X[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
    y[ix] = j

# initialize parameters randomly
h = 30
h2 = 20
W = 0.5 * np.random.randn(D, h)
b = np.zeros((1, h))
W2 = 0.3 * np.random.randn(h, h2)
b2 = np.zeros((1, h2))
W3 = 0.3 * np.random.randn(h2, K)
b3 = np.zeros((1, K))

# some hyperparameters
step_size = 0.3
reg = 1e-3

num_examples = X.shape[0]
for i in range(1000):

    # evaluate class scores
    hidden_layer = np.maximum(0, np.dot(X, W) + b)
    hidden_layer2 = np.dot(hidden_layer, W2) + b2
    scores = np.dot(hidden_layer2, W3) + b3

    # class probabilities
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)

    # loss: average cross-entropy and regularization
    correct_logprobs = -np.log(probs[range(num_examples), y])
    data_loss = np.sum(correct_logprobs) / num_examples
    reg_loss = 0.5 * reg * (np.sum(W * W) + np.sum(W2 * W2) + np.sum(W3 * W3))
    loss = data_loss + reg_loss
    if i % 200 == 0:
        print("iteration %d: loss %f" % (i, loss))

    # gradient on scores
    dscores = probs.copy()
    dscores[range(num_examples), y] -= 1
    dscores /= num_examples

    # backpropate the gradient to the parameters
    dW3 = np.dot(hidden_layer2.T, dscores)
    db3 = np.sum(dscores, axis=0, keepdims=True)
    # backprop the ReLU non-linearity of both hidden layers
    dhidden2 = np.dot(dscores, W3.T)
    dhidden2[hidden_layer2 <= 0] = 0
    dW2 = np.dot(hidden_layer.T, dhidden2)
    db2 = np.sum(dhidden2, axis=0, keepdims=True)
    dhidden = np.dot(dhidden2, W2.T)
    dhidden[hidden_layer <= 0] = 0
    dW = np.dot(X.T, dhidden)
    db = np.sum(dhidden, axis=0, keepdims=True)

    dW3 += reg * W3
    dW2 += reg * W2
    dW += reg * W

    for p, dp in ((W, dW), (b, db), (W2, dW2), (b2, db2), (W3, dW3), (b3, db3)):
        p += -step_size * dp

hidden_layer = np.maximum(0, np.dot(X, W) + b)
hidden_layer2 = np.dot(hidden_layer, W2) + b2
scores = np.dot(hidden_layer2, W3) + b3
print('training accuracy: %.2f' % np.mean(np.argmax(scores, axis=1) == y))
