import numpy as np


def initialize_parameters_deep(layer_dims, seed=3):
    rng = np.random.RandomState(seed)
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = rng.randn(layer_dims[l], layer_dims[l - 1]) * np.sqrt(2.0 / layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def leaky(Z):
    return np.where(Z > 0, Z, 0.01 * Z)


def leaky_backward(dA, Z):
    return dA * np.where(Z > 0, 1.0, 0.01)


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def L_model_forward(X, parameters):
    """X has shape (n_x, m), examples are columns"""
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L + 1):
        A_prev = A
        Z = np.dot(parameters["W" + str(l)], A_prev) + parameters["b" + str(l)]
        A = sigmoid(Z) if l == L else leaky(Z)
        caches.append((A_prev, Z))
    return A, caches


def compute_cost(AL, Y, parameters, lambd):
    m = Y.shape[1]
    ce = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m
    L = len(parameters) // 2
    l2 = sum(np.sum(np.square(parameters["W" + str(l)])) for l in range(1, L + 1))
    return ce + lambd / (2 * m) * l2


def L_model_backward(AL, Y, caches, parameters, lambd):
    grads = {}
    m = Y.shape[1]
    L = len(caches)
    dZ = AL - Y
    for l in reversed(range(1, L + 1)):
        A_prev, Z = caches[l - 1]
        W = parameters["W" + str(l)]
        grads["dW" + str(l)] = (np.dot(dZ, A_prev.T) + lambd * W) / m
        grads["db" + str(l)] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dA_prev = np.dot(W.T, dZ)
            dZ = leaky_backward(dA_prev, caches[l - 2][1])
    return grads


def update_parameters(parameters, grads, learning_rate):
    for key in parameters:
        parameters[key] = parameters[key] - learning_rate * grads["d" + key]
    return parameters


def L_layer_model(X, Y, layers_dims, learning_rate=0.1, num_iterations=500, lambd=0.5, print_cost=False):
    parameters = initialize_parameters_deep(layers_dims)
    costs = []
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y, parameters, lambd)
        grads = L_model_backward(AL, Y, caches, parameters, lambd)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 100 == 0:
            costs.append(cost)
            if print_cost:
                print("Cost after iteration {}: {}".format(i, cost))
    return parameters, costs


if __name__ == "__main__":
    rng = np.random.RandomState(0)
    X = rng.randn(2, 120)
    Y = (X[0:1] ** 2 + X[1:2] ** 2 > 1.2).astype(float)
    params, _ = L_layer_model(X, Y, [2, 8, 5, 1], print_cost=True)
    AL, _ = L_model_forward(X, params)
    print("Accuracy:", np.mean((AL > 0.5) == Y))
