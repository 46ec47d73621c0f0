# Softmax regression with batch gradient descent and an l2 penalty (exercise of chapter 4)
import numpy as np

np.random.seed(2042)

# three blobs instead of iris
m_per = 50
means = np.array([[4.9, 1.5], [6.0, 4.3], [6.6, 5.6]])
X = np.concatenate([mu + 0.45 * np.random.randn(m_per, 2) for mu in means])
y = np.repeat(np.arange(3), m_per)

X = (X - X.mean(axis=0)) / X.std(axis=0)
X_with_bias = np.c_[np.ones([len(X), 1]), X]

test_size = 30
rnd_indices = np.random.permutation(len(X))
X_train = X_with_bias[rnd_indices[:-test_size]]
y_train = y[rnd_indices[:-test_size]]
X_test = X_with_bias[rnd_indices[-test_size:]]
y_test = y[rnd_indices[-test_size:]]


def to_one_hot(y):
    return np.diag(np.ones(y.max() + 1))[y]


def softmax(logits):
    exps = np.exp(logits - logits.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1, keepdims=True)


Y_train_one_hot = to_one_hot(y_train)

n_inputs = X_train.shape[1]
n_outputs = len(np.unique(y_train))

eta = 0.5
n_epochs = 1001
m = len(X_train)
alpha = 0.01

Theta = np.random.randn(n_inputs, n_outputs)

for epoch in range(n_epochs):
    logits = X_train @ Theta
    Y_proba = softmax(logits)
    xentropy_loss = -(Y_train_one_hot * np.log(Y_proba)).sum(axis=1).mean()
    l2_loss = 1 / 2 * (Theta[1:] ** 2).sum()
    loss = xentropy_loss + alpha * l2_loss
    if epoch % 200 == 0:
        print(epoch, loss.round(5))
    error = Y_proba - Y_train_one_hot
    gradients = 1 / m * X_train.T @ error
    gradients += np.r_[np.zeros([1, n_outputs]), alpha * Theta[1:]]
    Theta = Theta - eta * gradients

y_predict = softmax(X_test @ Theta).argmax(axis=1)
print("test accuracy", (y_predict == y_test).mean())
