import numpy as np

# a neural network with two hidden layers, after "a neural network in 11 lines"


def elu(x, deriv=False):
    if deriv:
        return np.where(x > 0, 1.0, np.exp(np.minimum(x, 0)))
    out = np.where(x > 0, x, np.exp(np.minimum(x, 0)) - 1.0)
    return out


def tanh(x, deriv=False):
    if deriv:
        return 1 - x ** 2  # x is already the output of tanh
    return np.tanh(x)


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


np.random.seed(1)

# toy data: three clouds of points in the plane, labels one-hot
X = np.vstack([np.random.randn(30, 2) + c for c in ([0, 2], [2, -1], [-2, -1])])
y = np.eye(3)[np.repeat([0, 1, 2], 30)]

alpha = 0.2      # learning rate
lam = 0.001      # L2 penalty
hidden1 = 8
hidden2 = 6
epochs = 1000

syn0 = np.random.randn(X.shape[1], hidden1) * 0.5
syn1 = np.random.randn(hidden1, hidden2) * 0.5
syn2 = np.random.randn(hidden2, y.shape[1]) * 0.5
b0 = np.zeros((1, hidden1))
b1 = np.zeros((1, hidden2))
b2 = np.zeros((1, y.shape[1]))

for j in range(epochs):
    # forward
    l0 = X
    z1 = l0.dot(syn0) + b0
    l1 = elu(z1)
    z2 = l1.dot(syn1) + b1
    l2 = tanh(z2)
    z3 = l2.dot(syn2) + b2
    l3 = softmax(z3)

    # cross-entropy, mean over the samples, and the penalty
    m = len(X)
    loss = -np.sum(y * np.log(l3)) / m
    loss += 0.5 * lam * (np.sum(syn0 ** 2) + np.sum(syn1 ** 2) + np.sum(syn2 ** 2))
    if j % 100 == 0:
        print("Loss after %d iterations: %.5f" % (j, loss))

    # backward
    l3_delta = (l3 - y) / m
    l2_error = l3_delta.dot(syn2.T)
    l2_delta = l2_error * tanh(l2, deriv=True)
    l1_error = l2_delta.dot(syn1.T)
    l1_delta = l1_error * elu(z1, deriv=True)

    dsyn2 = l2.T.dot(l3_delta) + lam * syn2
    dsyn1 = l1.T.dot(l2_delta) + lam * syn1
    dsyn0 = l0.T.dot(l1_delta) + lam * syn0
    db2 = np.sum(l3_delta, axis=0, keepdims=True)
    db1 = np.sum(l2_delta, axis=0, keepdims=True)
    db0 = np.sum(l1_delta, axis=0, keepdims=True)

    # gradient descent
    syn2 -= alpha * dsyn2
    syn1 -= alpha * dsyn1
    syn0 -= alpha * dsyn0
    b2 -= alpha * db2
    b1 -= alpha * db1
    b0 -= alpha * db0

print("Accuracy:", np.mean(np.argmax(l3, axis=1) == np.argmax(y, axis=1)))
