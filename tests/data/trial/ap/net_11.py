import numpy as np

# pump curve fit, 4 hidden layers, no biases (the constant is fed as an input)
np.random.seed(31)
q = np.random.rand(70, 1) * 2 - 1
speed = np.random.rand(70, 1) * 2 - 1
X = np.hstack([q, speed, np.ones((70, 1))])
head = 0.8 + 0.5 * speed - 0.6 * q ** 2 + 0.2 * q * speed

width = 6
n_hidden = 4
lr = 0.01
n_epochs = 400

dims = [3] + [width] * n_hidden + [1]
W = [np.random.randn(dims[i], dims[i + 1]) * 0.6 / np.sqrt(dims[i]) for i in range(len(dims) - 1)]


def softplus(z):
    return np.log1p(np.exp(-np.abs(z))) + np.maximum(z, 0)


def sigm(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def run(X):
    A, Z = [X], []
    for i in range(n_hidden):
        Z.append(A[-1] @ W[i])
        A.append(softplus(Z[-1]))
    Z.append(A[-1] @ W[n_hidden])
    return A, Z, Z[-1]


history = []
for epoch in range(n_epochs):
    A, Z, pred = run(X)
    loss = np.mean((pred - head) ** 2)
    history.append(loss)

    delta = 2 * (pred - head) / len(X)
    dW = [None] * len(W)
    dW[n_hidden] = A[n_hidden].T @ delta
    for i in range(n_hidden - 1, -1, -1):
        delta = (delta @ W[i + 1].T) * sigm(Z[i + 1])
        dW[i] = A[i].T @ delta

    for i in range(len(W)):
        W[i] -= lr * dW[i]

    if epoch % 80 == 0:
        print('epoch', epoch, 'mse', loss)

if history:
    print('final', history[-1])
