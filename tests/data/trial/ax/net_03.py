import numpy as np

# Deep Learning exercise: L-layer model, ReLU -> ... -> sigmoid, with L2 regularization


def initialize_parameters_deep(layer_dims):
    np.random.seed(3)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) * np.sqrt(2. / layer_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def L_model_forward(X, parameters):
    caches = {'A0': X}
    A = X
    L = len(parameters) // 2
    for l in range(1, L + 1):
        Z = np.dot(parameters['W' + str(l)], A) + parameters['b' + str(l)]
        A = 1 / (1 + np.exp(-Z)) if l == L else np.maximum(0, Z)
        caches['Z' + str(l)] = Z
        caches['A' + str(l)] = A
    return A, caches


def compute_cost(AL, Y, parameters, lambd):
    m = Y.shape[1]
    L = len(parameters) // 2
    cross_entropy_cost = -1./m * np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
    L2_cost = 0
    for l in range(1, L + 1):
        L2_cost += np.sum(np.square(parameters['W' + str(l)]))
    L2_cost = lambd / (2 * m) * L2_cost
    return cross_entropy_cost + L2_cost


def L_model_backward(AL, Y, caches, parameters, lambd):
    grads = {}
    m = Y.shape[1]
    L = len(parameters) // 2
    dZ = AL - Y
    for l in range(L, 0, -1):
        W = parameters['W' + str(l)]
        grads['dW' + str(l)] = 1./m * np.dot(dZ, caches['A' + str(l-1)].T) + lambd * W
        grads['db' + str(l)] = 1./m * np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            dA = np.dot(W.T, dZ)
            dZ = np.array(dA, copy=True)
            dZ[caches['Z' + str(l-1)] <= 0] = 0
    return grads


def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(1, L + 1):
        parameters['W' + str(l)] = parameters['W' + str(l)] - learning_rate * grads['dW' + str(l)]
        parameters['b' + str(l)] = parameters['b' + str(l)] - learning_rate * grads['db' + str(l)]
    return parameters


def model(X, Y, layers_dims, learning_rate=0.1, num_iterations=1000, lambd=0.05, print_cost=True):
    parameters = initialize_parameters_deep(layers_dims)
    costs = []
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y, parameters, lambd)
        grads = L_model_backward(AL, Y, caches, parameters, lambd)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and i % 200 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
            costs.append(cost)
    return parameters


if __name__ == '__main__':
    np.random.seed(0)
    X = np.random.randn(2, 120)
    Y = (np.sum(X**2, axis=0, keepdims=True) < 1.2).astype(float)
    parameters = model(X, Y, [2, 6, 4, 1])
    p, _ = L_model_forward(X, parameters)
    print("Train accuracy:", np.mean((p > 0.5) == Y))
