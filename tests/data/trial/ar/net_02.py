import numpy as np


def initialize_parameters(layer_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * np.sqrt(2. / layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L):
        A_prev = A
        Z = parameters["W" + str(l)] @ A_prev + parameters["b" + str(l)]
        A = np.maximum(0, Z)
        caches.append((A_prev, Z))
    Z = parameters["W" + str(L)] @ A + parameters["b" + str(L)]
    caches.append((A, Z))
    return sigmoid(Z), caches


def compute_cost(AL, Y, parameters, lambd):
    m = Y.shape[1]
    L = len(parameters) // 2
    cross_entropy = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m
    l2 = 0
    for l in range(1, L + 1):
        l2 += np.sum(np.square(parameters["W" + str(l)]))
    return cross_entropy + lambd / (2 * m) * l2


def L_model_backward(AL, Y, caches, parameters, lambd):
    grads = {}
    L = len(caches)
    m = Y.shape[1]
    dZ = AL - Y
    for l in reversed(range(1, L + 1)):
        A_prev, _ = caches[l - 1]
        W = parameters["W" + str(l)]
        grads["dW" + str(l)] = 1. / m * (dZ @ A_prev.T) + lambd / m * W
        grads["db" + str(l)] = 1. / m * np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            dA = W.T @ dZ
            Z_prev = caches[l - 2][1]
            dZ = np.where(Z_prev > 0, dA, 0)
    return grads


def update_parameters(parameters, grads, learning_rate):
    for key in parameters:
        parameters[key] = parameters[key] - learning_rate * grads["d" + key]
    return parameters


def model(X, Y, layer_dims, learning_rate=0.3, num_iterations=600, lambd=0.7, print_cost=True):
    parameters = initialize_parameters(layer_dims)
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y, parameters, lambd)
        grads = L_model_backward(AL, Y, caches, parameters, lambd)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and i % 100 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    return parameters


if __name__ == "__main__":
    rng = np.random.RandomState(0)
    X = rng.uniform(-1.5, 1.5, size=(2, 200))
    Y = (np.sum(X ** 2, axis=0, keepdims=True) > 1.2).astype(float)
    params = model(X, Y, [2, 10, 5, 1])
    AL, _ = L_model_forward(X, params)
    print("Accuracy:", np.mean((AL > 0.5) == Y))
