# Two moons with a neural network  (binary cross entropy)
import numpy as np

np.random.seed(42)

# data
n = 60
ang = np.pi * np.random.rand(n)
moon_a = np.c_[np.cos(ang), np.sin(ang)]
moon_b = np.c_[1 - np.cos(ang), 0.5 - np.sin(ang)]
features = np.r_[moon_a, moon_b] + 0.1 * np.random.randn(2 * n, 2)
target = np.r_[np.zeros(n), np.ones(n)].reshape(-1, 1)

# hyperparameters
learning_rate = 0.5
iterations = 1500

# synapses
syn0 = np.random.randn(2, 8)
syn1 = np.random.randn(8, 8) * 0.4
syn2 = np.random.randn(8, 1) * 0.4
bias0 = np.zeros((1, 8))
bias1 = np.zeros((1, 8))
bias2 = np.zeros((1, 1))


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def sigmoid_deriv(out):
    return out * (1 - out)


def tanh_deriv(out):
    return 1 - out ** 2


def feed(x):
    l1 = np.tanh(x.dot(syn0) + bias0)
    l2 = np.tanh(l1.dot(syn1) + bias1)
    l3 = sigmoid(l2.dot(syn2) + bias2)
    return l1, l2, l3


def bce(t, p):
    return -np.mean(t * np.log(p) + (1 - t) * np.log(1 - p))


for it in range(iterations):
    l1, l2, l3 = feed(features)
    if it % 300 == 0:
        print("iteration", it, "loss", bce(target, l3))

    l3_delta = (l3 - target) * sigmoid_deriv(l3) / len(features)
    l2_delta = l3_delta.dot(syn2.T) * tanh_deriv(l2)
    l1_delta = l2_delta.dot(syn1.T) * tanh_deriv(l1)

    syn2 -= learning_rate * l2.T.dot(l3_delta)
    bias2 -= learning_rate * l3_delta.sum(axis=0, keepdims=True)
    syn1 -= learning_rate * l1.T.dot(l2_delta)
    bias1 -= learning_rate * l2_delta.sum(axis=0, keepdims=True)
    syn0 -= learning_rate * features.T.dot(l1_delta)
    bias0 -= learning_rate * l1_delta.sum(axis=0, keepdims=True)

print("accuracy", np.mean((feed(features)[2] > 0.5) == target))
