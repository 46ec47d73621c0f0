# Week 3 project - Deep NN from scratch (bootcamp cohort 14)
import numpy as np


def initialize_parameters_deep(layer_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * np.sqrt(2 / layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def relu(Z):
    return np.maximum(0, Z)


def softmax(Z):
    expZ = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return expZ / np.sum(expZ, axis=0, keepdims=True)


def L_model_forward(X, parameters):
    caches = {"A0": X}
    L = len(parameters) // 2
    A = X
    for l in range(1, L + 1):
        Z = np.dot(parameters["W" + str(l)], A) + parameters["b" + str(l)]
        A = softmax(Z) if l == L else relu(Z)
        caches["Z" + str(l)] = Z
        caches["A" + str(l)] = A
    return A, caches


def compute_cost(AL, Y):
    m = Y.shape[1]
    return float(-np.sum(Y * np.log(AL + 1e-15)) / m)


def L_model_backward(AL, Y, caches, parameters):
    grads = {}
    m = Y.shape[1]
    L = len(parameters) // 2
    dZ = AL - Y
    for l in range(L, 0, -1):
        grads["dW" + str(l)] = np.dot(dZ, caches["A" + str(l - 1)].T) / m
        grads["db" + str(l)] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dA = np.dot(parameters["W" + str(l)].T, dZ)
            dZ = np.array(dA, copy=True)
            dZ[caches["Z" + str(l - 1)] <= 0] = 0
    return grads


def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(1, L + 1):
        parameters["W" + str(l)] = parameters["W" + str(l)] - learning_rate * grads["dW" + str(l)]
        parameters["b" + str(l)] = parameters["b" + str(l)] - learning_rate * grads["db" + str(l)]
    return parameters


def random_mini_batches(X, Y, size, rng):
    perm = rng.permutation(X.shape[1])
    return [(X[:, perm[k:k + size]], Y[:, perm[k:k + size]]) for k in range(0, X.shape[1], size)]


def model(X, Y, layer_dims, learning_rate=0.1, num_epochs=60, batch=32):
    parameters = initialize_parameters_deep(layer_dims)
    rng = np.random.RandomState(0)
    for epoch in range(num_epochs):
        epoch_cost = 0
        for xb, yb in random_mini_batches(X, Y, batch, rng):
            AL, caches = L_model_forward(xb, parameters)
            epoch_cost += compute_cost(AL, yb) * xb.shape[1]
            grads = L_model_backward(AL, yb, caches, parameters)
            parameters = update_parameters(parameters, grads, learning_rate)
        if epoch % 10 == 0:
            print(f"Cost after epoch {epoch}: {epoch_cost / X.shape[1]:.4f}")
    return parameters


def spiral(n=80, k=3):
    rng = np.random.RandomState(12)
    xs, ys = [], []
    for c in range(k):
        r = np.linspace(0.05, 1, n)
        t = np.linspace(c * 4, (c + 1) * 4, n) + rng.randn(n) * 0.15
        xs.append(np.stack([r * np.sin(t), r * np.cos(t)]))
        ys += [c] * n
    return np.hstack(xs), np.eye(k)[ys].T


if __name__ == "__main__":
    X, Y = spiral()
    params = model(X, Y, [2, 24, 16, 3], num_epochs=101)
    AL, _ = L_model_forward(X, params)
    print("train accuracy:", np.mean(AL.argmax(0) == Y.argmax(0)))
