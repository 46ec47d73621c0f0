# deep net with a parameter dictionary, columns = examples, trains right away
import numpy as np

np.random.seed(1)

layers_dims = [2, 7, 6, 6, 5, 1]
learning_rate = 0.1
num_iterations = 300


def initialize_parameters_deep(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def L_model_forward(X, parameters):
    L = len(parameters) // 2
    cache = {"A0": X}
    for l in range(1, L + 1):
        Z = parameters[f"W{l}"] @ cache[f"A{l-1}"] + parameters[f"b{l}"]
        cache[f"A{l}"] = np.tanh(Z) if l < L else sigmoid(Z)
    return cache[f"A{L}"], cache


def compute_cost(AL, Y):
    m = Y.shape[1]
    return float(np.squeeze(-(Y @ np.log(AL).T + (1 - Y) @ np.log(1 - AL).T) / m))


def L_model_backward(AL, Y, parameters, cache):
    L = len(parameters) // 2
    m = Y.shape[1]
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        grads[f"dW{l}"] = dZ @ cache[f"A{l-1}"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dZ = parameters[f"W{l}"].T @ dZ * (1 - cache[f"A{l-1}"] ** 2)
    return grads


def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(1, L):
        parameters["W" + str(l)] = parameters["W" + str(l)] - learning_rate * grads["dW" + str(l)]
        parameters["b" + str(l)] = parameters["b" + str(l)] - learning_rate * grads["db" + str(l)]
    return parameters


X = np.random.randn(2, 120)
Y = (np.abs(X[0:1]) > np.abs(X[1:2])).astype(float)

parameters = initialize_parameters_deep(layers_dims)
costs = []
for i in range(num_iterations):
    AL, cache = L_model_forward(X, parameters)
    cost = compute_cost(AL, Y)
    grads = L_model_backward(AL, Y, parameters, cache)
    parameters = update_parameters(parameters, grads, learning_rate)
    costs.append(cost)
    if i % 100 == 0:
        print("Cost after iteration %i: %f" % (i, cost))
print("train accuracy:", np.mean((AL > 0.5) == Y))
