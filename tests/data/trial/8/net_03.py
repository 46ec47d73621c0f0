import numpy as np


def initialize_parameters_deep(layer_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) * np.sqrt(2. / layer_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def relu(Z):
    return np.maximum(0, Z)


def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L):
        A_prev = A
        Z = np.dot(parameters['W' + str(l)], A_prev) + parameters['b' + str(l)]
        A = relu(Z)
        caches.append((A_prev, parameters['W' + str(l)], Z))
    Z = np.dot(parameters['W' + str(L)], A) + parameters['b' + str(L)]
    AL = sigmoid(Z)
    caches.append((A, parameters['W' + str(L)], Z))
    return AL, caches


def compute_cost(AL, Y, parameters, lambd):
    """
    Cross-entropy cost with L2 regularization:
    J = -1/m * sum(y log a + (1-y) log(1-a)) + lambd/(2m) * sum_l ||W_l||^2
    """
    m = Y.shape[1]
    L = len(parameters) // 2
    cross_entropy = -1./m * np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
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
        A_prev, W, Z = caches[l]
        grads['dW' + str(l + 1)] = 1./m * np.dot(dZ, A_prev.T) + lambd * W
        grads['db' + str(l + 1)] = 1./m * np.sum(dZ, axis=1, keepdims=True)
        if l > 0:
            dA_prev = np.dot(W.T, dZ)
            dZ = np.array(dA_prev, copy=True)
            dZ[caches[l - 1][2] <= 0] = 0
    return grads


def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(L):
        parameters["W" + str(l+1)] = parameters["W" + str(l+1)] - learning_rate * grads["dW" + str(l+1)]
        parameters["b" + str(l+1)] = parameters["b" + str(l+1)] - learning_rate * grads["db" + str(l+1)]
    return parameters


def L_layer_model(X, Y, layers_dims, learning_rate=0.3, num_iterations=1000, lambd=0.02, print_cost=True):
    parameters = initialize_parameters_deep(layers_dims)
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y, parameters, lambd)
        grads = L_model_backward(AL, Y, caches, lambd)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and i % 200 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    return parameters


if __name__ == "__main__":
    rng = np.random.RandomState(0)
    train_X = rng.randn(2, 200)
    train_Y = (np.sum(train_X ** 2, axis=0, keepdims=True) < 1.2).astype(int)
    params = L_layer_model(train_X, train_Y, [2, 12, 6, 1])
    p, _ = L_model_forward(train_X, params)
    print("Accuracy: " + str(np.mean((p > 0.5) == train_Y)))
