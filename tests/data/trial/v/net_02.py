# Week 1 programming exercise - L-layer network with L2 regularization
import numpy as np


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def relu(Z):
    return np.maximum(0, Z)


def initialize_parameters_deep(layer_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * np.sqrt(2. / layer_dims[l - 1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters['W' + str(l)], parameters['b' + str(l)]
        Z = np.dot(W, A_prev) + b
        A = sigmoid(Z) if l == L else relu(Z)
        caches.append((A_prev, W, b, Z))
    return A, caches


def compute_cost_with_regularization(AL, Y, parameters, lambd):
    m = Y.shape[1]
    cross_entropy = -1. / m * np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
    L = len(parameters) // 2
    l2 = 0
    for l in range(1, L + 1):
        l2 += np.sum(np.square(parameters['W' + str(l)]))
    return np.squeeze(cross_entropy + lambd / (2 * m) * l2)


def L_model_backward(AL, Y, caches, lambd):
    grads = {}
    L = len(caches)
    m = AL.shape[1]
    dZ = AL - Y
    for l in reversed(range(L)):
        A_prev, W, b, Z = caches[l]
        grads['dW' + str(l + 1)] = 1. / m * np.dot(dZ, A_prev.T) + lambd * W
        grads['db' + str(l + 1)] = 1. / m * np.sum(dZ, axis=1, keepdims=True)
        if l > 0:
            dA_prev = np.dot(W.T, dZ)
            Z_prev = caches[l - 1][3]
            dZ = np.array(dA_prev, copy=True)
            dZ[Z_prev <= 0] = 0
    return grads


def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(L):
        parameters["W" + str(l + 1)] = parameters["W" + str(l + 1)] - learning_rate * grads["dW" + str(l + 1)]
        parameters["b" + str(l + 1)] = parameters["b" + str(l + 1)] - learning_rate * grads["db" + str(l + 1)]
    return parameters


def model(X, Y, layers_dims, learning_rate=0.3, num_iterations=2000, lambd=0.1, print_cost=True):
    parameters = initialize_parameters_deep(layers_dims)
    costs = []
    for i in range(0, num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost_with_regularization(AL, Y, parameters, lambd)
        grads = L_model_backward(AL, Y, caches, lambd)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 500 == 0:
            costs.append(cost)
            if print_cost:
                print("Cost after iteration {}: {}".format(i, cost))
    return parameters


def load_2D_dataset(m=120, seed=2):
    rng = np.random.RandomState(seed)
    X = rng.randn(2, m)
    Y = (X[0] ** 2 + X[1] ** 2 < 1.2).astype(float).reshape(1, m)
    return X, Y


if __name__ == "__main__":
    train_X, train_Y = load_2D_dataset()
    parameters = model(train_X, train_Y, [2, 12, 5, 1])
    p, _ = L_model_forward(train_X, parameters)
    print("Accuracy:", np.mean((p > 0.5) == train_Y))
