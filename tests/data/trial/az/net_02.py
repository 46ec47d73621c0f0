import numpy as np


def initialize_parameters(layer_dims, seed=3):
    """W[l] has shape (n[l], n[l-1]); b[l] has shape (n[l], 1)"""
    rng = np.random.RandomState(seed)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters["W" + str(l)] = rng.randn(layer_dims[l], layer_dims[l-1]) * np.sqrt(2. / layer_dims[l-1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def relu(Z):
    return np.maximum(0, Z)


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L + 1):
        A_prev = A
        Z = parameters["W" + str(l)] @ A_prev + parameters["b" + str(l)]
        A = sigmoid(Z) if l == L else relu(Z)
        caches.append((A_prev, Z))
    return A, caches


def compute_cost(AL, Y, parameters, lambd):
    m = Y.shape[1]
    cross_entropy = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m
    L2 = 0
    for l in range(1, len(parameters) // 2 + 1):
        L2 += np.sum(np.square(parameters["W" + str(l)]))
    return cross_entropy + lambd / (2 * m) * L2


def L_model_backward(AL, Y, caches, parameters, lambd):
    grads = {}
    L = len(caches)
    m = AL.shape[1]
    dZ = AL - Y
    for l in reversed(range(1, L + 1)):
        A_prev, Z = caches[l - 1]
        W = parameters["W" + str(l)]
        grads["dW" + str(l)] = 1. / m * np.dot(dZ, A_prev.T) + (lambd / m) * W
        grads["db" + str(l)] = 1. / m * np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            dA_prev = np.dot(W.T, dZ)
            dZ = np.array(dA_prev, copy=True)
            dZ[caches[l - 2][1] <= 0] = 0
    return grads


def update_parameters(parameters, grads, learning_rate):
    for l in range(1, len(parameters) // 2 + 1):
        parameters["W" + str(l)] = parameters["W" + str(l)] - learning_rate * grads["dW" + str(l)]
        parameters["b" + str(l)] = parameters["b" + str(l)] - learning_rate * grads["db" + str(l)]
    return parameters


def model(X, Y, layers_dims, learning_rate=0.3, num_iterations=1500, lambd=0.1, print_cost=True):
    parameters = initialize_parameters(layers_dims)
    costs = []
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y, parameters, lambd)
        grads = L_model_backward(AL, Y, caches, parameters, lambd)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and i % 300 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
            costs.append(cost)
    return parameters, costs


if __name__ == "__main__":
    rng = np.random.RandomState(0)
    X = rng.randn(2, 200)
    Y = (X[0:1] ** 2 + X[1:2] ** 2 < 1.2).astype(float)
    parameters, _ = model(X, Y, [2, 8, 5, 1])
    AL, _ = L_model_forward(X, parameters)
    print("Accuracy:", np.mean((AL > 0.5) == Y))
