# y = 10 x0 x1 + noise, learned by a small network held in two lists
import numpy as np
import matplotlib.pyplot as plt

np.random.seed(1)
X = np.random.uniform(-1, 1, (1000, 2))
Y = 10 * X[:, 0] * X[:, 1] + np.random.normal(0, 0.1, 1000)
X_val = np.random.uniform(-1, 1, (1000, 2))
Y_val = 10 * X_val[:, 0] * X_val[:, 1]

layers = [2, 5, 1]
weights = [np.random.randn(m, n) for m, n in zip(layers[:-1], layers[1:])]
biases = [np.zeros(n) for n in layers[1:]]


def relu(z):
    return np.maximum(0, z)


def relu_prime(z):
    return (z > 0).astype(float)


def forward(x):
    activations = [x]
    for i in range(len(weights)):
        z = activations[-1] @ weights[i] + biases[i]
        activations.append(relu(z) if i < len(weights) - 1 else z)
    return activations


def mse(y_hat, y):
    return np.mean((y_hat - y) ** 2)


def backward(activations, y, lr):
    y = y.reshape(Y_val[:, None].shape)
    delta = activations[-1] - y
    for i in reversed(range(len(weights))):
        grad_w = activations[i].T @ delta
        grad_b = delta.sum(axis=0)
        if i > 0:
            delta = (delta @ weights[i].T) * relu_prime(activations[i])
        weights[i] -= lr * grad_w
        biases[i] -= lr * grad_b


lr = 1e-4
history = []
for epoch in range(2000):
    acts = forward(X)
    history.append(mse(acts[-1], Y[:, None]))
    backward(acts, Y, lr)

plt.plot(history)
plt.show()
