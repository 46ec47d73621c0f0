# Building your Deep Neural Network: Step by Step  (my own version, circles instead of cats)
import numpy as np


def initialize_parameters_deep(layer_dims):
    np.random.seed(2)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) * np.sqrt(2 / layer_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def linear_activation_forward(A_prev, W, b, activation):
    Z = np.dot(W, A_prev) + b
    if activation == "sigmoid":
        A = 1 / (1 + np.exp(-Z))
    elif activation == "leaky_relu":
        A = np.where(Z > 0, Z, 0.01 * Z)
    assert A.shape == (W.shape[0], A_prev.shape[1])
    return A, ((A_prev, W, b), Z)


def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L):
        A, cache = linear_activation_forward(A, parameters['W' + str(l)], parameters['b' + str(l)], "leaky_relu")
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters['W' + str(L)], parameters['b' + str(L)], "sigmoid")
    caches.append(cache)
    return AL, caches


def compute_cost_with_regularization(AL, Y, parameters, lambd):
    m = Y.shape[1]
    cross_entropy_cost = -1 / m * np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
    L = len(parameters) // 2
    L2_regularization_cost = 0
    for l in range(1, L + 1):
        L2_regularization_cost += np.sum(np.square(parameters['W' + str(l)]))
    return np.squeeze(cross_entropy_cost + lambd / (2 * m) * L2_regularization_cost)


def linear_activation_backward(dA, cache, activation, lambd):
    (A_prev, W, b), Z = cache
    m = A_prev.shape[1]
    if activation == "sigmoid":
        s = 1 / (1 + np.exp(-Z))
        dZ = dA * s * (1 - s)
    elif activation == "leaky_relu":
        dZ = np.array(dA, copy=True)
        dZ[Z <= 0] *= 0.01
    dW = 1. / m * np.dot(dZ, A_prev.T) + lambd * W
    db = 1. / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    return dA_prev, dW, db


def L_model_backward(AL, Y, caches, lambd):
    grads = {}
    L = len(caches)
    dA = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    dA, grads["dW" + str(L)], grads["db" + str(L)] = linear_activation_backward(dA, caches[L-1], "sigmoid", lambd)
    for l in reversed(range(L - 1)):
        dA, grads["dW" + str(l+1)], grads["db" + str(l+1)] = linear_activation_backward(dA, caches[l], "leaky_relu", lambd)
    return grads


def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(L):
        parameters["W" + str(l+1)] = parameters["W" + str(l+1)] - learning_rate * grads["dW" + str(l+1)]
        parameters["b" + str(l+1)] = parameters["b" + str(l+1)] - learning_rate * grads["db" + str(l+1)]
    return parameters


def L_layer_model(X, Y, layers_dims, learning_rate=0.1, num_iterations=1000, lambd=0.02, print_cost=True):
    parameters = initialize_parameters_deep(layers_dims)
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost_with_regularization(AL, Y, parameters, lambd)
        grads = L_model_backward(AL, Y, caches, lambd)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and i % 200 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    return parameters


if __name__ == "__main__":
    rng = np.random.RandomState(0)
    X = rng.randn(2, 150)
    Y = (np.sum(X ** 2, axis=0, keepdims=True) < 1.2).astype(float)
    parameters = L_layer_model(X, Y, [2, 8, 6, 5, 4, 1])
    AL, _ = L_model_forward(X, parameters)
    print("Accuracy: " + str(np.mean((AL > 0.5) == Y)))
