"""Exercise 2: regularised deep network for 3 flower classes."""
import numpy as np


def load_flowers(seed=1):
    rng = np.random.RandomState(seed)
    centers = np.array([[1.0, 0.2, -1.0, 0.5], [-1.0, 1.0, 0.3, -0.4], [0.2, -1.2, 0.8, 0.9]])
    X = np.vstack([c + 0.5 * rng.randn(30, 4) for c in centers])
    labels = np.repeat(np.arange(3), 30)
    return X.T, np.eye(3)[labels].T


def initialize_parameters(layer_dims, seed=3):
    rng = np.random.RandomState(seed)
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = rng.randn(layer_dims[l], layer_dims[l - 1]) * np.sqrt(2.0 / layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def relu(Z):
    return np.maximum(0, Z)


def softmax(Z):
    e = np.exp(Z - Z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)


def forward_propagation(X, parameters):
    L = len(parameters) // 2
    cache = {"A0": X}
    A = X
    for l in range(1, L + 1):
        Z = parameters["W" + str(l)] @ A + parameters["b" + str(l)]
        A = softmax(Z) if l == L else relu(Z)
        cache["Z" + str(l)] = Z
        cache["A" + str(l)] = A
    return A, cache


def compute_cost(AL, Y, parameters, lambd):
    m = Y.shape[1]
    L = len(parameters) // 2
    cross_entropy = -np.sum(Y * np.log(AL)) / m
    l2 = sum(np.sum(np.square(parameters["W" + str(l)])) for l in range(1, L + 1))
    return cross_entropy + lambd / (2 * m) * l2


def backward_propagation(Y, parameters, cache, lambd):
    m = Y.shape[1]
    L = len(parameters) // 2
    grads = {}
    dZ = cache["A" + str(L)] - Y
    for l in range(L, 0, -1):
        W = parameters["W" + str(l)]
        grads["dW" + str(l)] = dZ @ cache["A" + str(l - 1)].T / m + lambd * W
        grads["db" + str(l)] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dZ = (W.T @ dZ) * (cache["Z" + str(l - 1)] > 0)
    return grads


def update_parameters(parameters, grads, learning_rate):
    for key in parameters:
        parameters[key] = parameters[key] - learning_rate * grads["d" + key]
    return parameters


X, Y = load_flowers()
parameters = initialize_parameters([4, 8, 6, 3])
lambd = 0.7
num_iterations = 600
for i in range(num_iterations):
    AL, cache = forward_propagation(X, parameters)
    cost = compute_cost(AL, Y, parameters, lambd)
    grads = backward_propagation(Y, parameters, cache, lambd)
    parameters = update_parameters(parameters, grads, learning_rate=0.1)
    if i % 100 == 0:
        acc = np.mean(AL.argmax(0) == Y.argmax(0))
        print("Cost after iteration {}: {:.4f}  accuracy {:.2f}".format(i, cost, acc))
