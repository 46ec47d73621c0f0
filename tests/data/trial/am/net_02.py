import numpy as np


def initialize_parameters_deep(layer_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * np.sqrt(2. / layer_dims[l - 1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def relu(Z):
    return np.maximum(0, Z)


def sigmoid(Z):
    return 1. / (1. + np.exp(-Z))


def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L + 1):
        A_prev = A
        Z = np.dot(parameters['W' + str(l)], A_prev) + parameters['b' + str(l)]
        A = sigmoid(Z) if l == L else relu(Z)
        caches.append((A_prev, Z))
    return A, caches


def compute_cost_with_regularization(AL, Y, parameters, lambd):
    m = Y.shape[1]
    L = len(parameters) // 2
    cross_entropy_cost = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m
    L2_cost = 0
    for l in range(1, L + 1):
        L2_cost += np.sum(np.square(parameters['W' + str(l)]))
    return cross_entropy_cost + L2_cost * lambd / (2 * m)


def linear_backward(dZ, A_prev, W, lambd):
    m = A_prev.shape[1]
    dW = 1. / m * np.dot(dZ, A_prev.T) + lambd / m * W
    db = 1. / m * np.sum(dZ, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    return dA_prev, dW, db


def L_model_backward(AL, Y, caches, parameters, lambd):
    grads = {}
    L = len(caches)
    dZ = AL - Y
    for l in reversed(range(1, L + 1)):
        A_prev, Z = caches[l - 1]
        dA_prev, grads['dW' + str(l)], grads['db' + str(l)] = linear_backward(
            dZ, A_prev, parameters['W' + str(l)], lambd)
        if l > 1:
            dZ = np.array(dA_prev, copy=True)
            dZ[caches[l - 2][1] <= 0] = 0
    return grads


def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(1, L + 1):
        parameters['W' + str(l)] = parameters['W' + str(l)] - learning_rate * grads['dW' + str(l)]
        parameters['b' + str(l)] = parameters['b' + str(l)] - learning_rate * grads['db' + str(l)]
    return parameters


def model(X, Y, layers_dims, learning_rate=0.03, num_iterations=1500, lambd=0.1, print_cost=True):
    costs = []
    parameters = initialize_parameters_deep(layers_dims)
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost_with_regularization(AL, Y, parameters, lambd)
        grads = L_model_backward(AL, Y, caches, parameters, lambd)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 300 == 0:
            costs.append(cost)
            if print_cost:
                print("Cost after iteration %i: %f" % (i, cost))
    return parameters


if __name__ == "__main__":
    np.random.seed(0)
    X = np.random.randn(2, 200)
    Y = (X[0:1] ** 2 + X[1:2] ** 2 > 1.2).astype(float)
    params = model(X, Y, [2, 10, 5, 1])
    AL, _ = L_model_forward(X, params)
    print("Accuracy: " + str(np.mean((AL > 0.5) == (Y > 0.5))))
