import numpy as np


def initialize_parameters_deep(layer_dims):
    np.random.seed(3)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) * np.sqrt(2. / layer_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def leaky_relu(Z, slope=0.05):
    return np.where(Z > 0, Z, slope * Z)


def leaky_relu_backward(dA, Z, slope=0.05):
    return dA * np.where(Z > 0, 1.0, slope)


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def L_model_forward(X, parameters):
    L = len(parameters) // 2
    cache = {'A0': X}
    A = X
    for l in range(1, L + 1):
        Z = np.dot(parameters['W' + str(l)], A) + parameters['b' + str(l)]
        A = leaky_relu(Z)
        cache['Z' + str(l)] = Z
        cache['A' + str(l)] = A
    AL = sigmoid(A)
    cache['A' + str(L)] = AL
    return AL, cache


def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = -1. / m * np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
    return np.squeeze(cost)


def L_model_backward(AL, Y, parameters, cache):
    grads = {}
    L = len(parameters) // 2
    m = Y.shape[1]
    dZ = AL - Y
    for l in reversed(range(1, L + 1)):
        grads['dW' + str(l)] = 1. / m * np.dot(dZ, cache['A' + str(l-1)].T)
        grads['db' + str(l)] = 1. / m * np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            dA_prev = np.dot(parameters['W' + str(l)].T, dZ)
            dZ = leaky_relu_backward(dA_prev, cache['Z' + str(l-1)])
    return grads


def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(L):
        parameters["W" + str(l+1)] = parameters["W" + str(l+1)] - learning_rate * grads["dW" + str(l+1)]
        parameters["b" + str(l+1)] = parameters["b" + str(l+1)] - learning_rate * grads["db" + str(l+1)]
    return parameters


def L_layer_model(X, Y, layers_dims, learning_rate=0.05, num_iterations=300, print_cost=True):
    costs = []
    parameters = initialize_parameters_deep(layers_dims)
    for i in range(num_iterations):
        AL, cache = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y)
        grads = L_model_backward(AL, Y, parameters, cache)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and i % 50 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
            costs.append(cost)
    return parameters, costs


if __name__ == '__main__':
    # bot detection: clicks per minute vs. time on page, one request per column
    np.random.seed(1)
    X = np.random.randn(2, 200)
    noise = 0.8 * np.random.randn(200)
    Y = ((X[0] ** 2 + X[1] ** 2 + noise) > 1.2).astype(float).reshape(1, -1)
    parameters, costs = L_layer_model(X, Y, [2, 12, 8, 5, 1])
    AL, _ = L_model_forward(X, parameters)
    print("Accuracy:", np.mean((AL > 0.5) == Y))
