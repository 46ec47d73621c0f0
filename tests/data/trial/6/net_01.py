# Programming Assignment week 2: Deep network with regularization
# Fill in the parts between START CODE HERE and END CODE HERE.
import numpy as np


def initialize_parameters_deep(layer_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        ### START CODE HERE ### (≈ 2 lines of code)
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) * np.sqrt(2. / layer_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
        ### END CODE HERE ###
    return parameters


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def relu(Z):
    return np.maximum(0, Z)


def L_model_forward(X, parameters):
    """
    Implement forward propagation for the [LINEAR->RELU]*(L-1)->LINEAR->SIGMOID computation
    """
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L + 1):
        ### START CODE HERE ###
        A_prev = A
        W, b = parameters['W' + str(l)], parameters['b' + str(l)]
        Z = np.dot(W, A_prev) + b
        A = sigmoid(Z) if l == L else relu(Z)
        caches.append((A_prev, W, b, Z))
        ### END CODE HERE ###
    return A, caches


def compute_cost_with_regularization(AL, Y, parameters, lambd):
    m = Y.shape[1]
    L = len(parameters) // 2
    cross_entropy_cost = -1. / m * np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
    ### START CODE HERE ### (≈ 1 line of code)
    L2_regularization_cost = sum(np.sum(np.square(parameters['W' + str(l)])) for l in range(1, L + 1)) * lambd / (2 * m)
    ### END CODE HERE ###
    return cross_entropy_cost + L2_regularization_cost


def L_model_backward_with_regularization(AL, Y, caches, lambd):
    grads = {}
    L = len(caches)
    m = Y.shape[1]
    dZ = AL - Y
    for l in reversed(range(1, L + 1)):
        A_prev, W, b, Z = caches[l - 1]
        ### START CODE HERE ### (≈ 3 lines of code)
        grads['dW' + str(l)] = 1. / m * np.dot(dZ, A_prev.T) + lambd * W
        grads['db' + str(l)] = 1. / m * np.sum(dZ, axis=1, keepdims=True)
        dA_prev = np.dot(W.T, dZ)
        ### END CODE HERE ###
        if l > 1:
            Z_prev = caches[l - 2][3]
            dZ = np.multiply(dA_prev, np.int64(Z_prev > 0))
    return grads


def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(1, L + 1):
        parameters['W' + str(l)] = parameters['W' + str(l)] - learning_rate * grads['dW' + str(l)]
        parameters['b' + str(l)] = parameters['b' + str(l)] - learning_rate * grads['db' + str(l)]
    return parameters


def model(X, Y, layers_dims, learning_rate=0.3, num_iterations=600, lambd=0.01, print_cost=True):
    parameters = initialize_parameters_deep(layers_dims)
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost_with_regularization(AL, Y, parameters, lambd)
        grads = L_model_backward_with_regularization(AL, Y, caches, lambd)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and i % 100 == 0:
            print("Cost after iteration {}: {}".format(i, cost))
    return parameters


def predict(X, y, parameters):
    probas, _ = L_model_forward(X, parameters)
    p = (probas > 0.5).astype(int)
    print("Accuracy: " + str(np.mean(p[0, :] == y[0, :])))
    return p


if __name__ == "__main__":
    rng = np.random.RandomState(1)
    train_X = rng.randn(2, 60)
    train_Y = (train_X[0:1] ** 2 + train_X[1:2] ** 2 > 1.2).astype(int)
    parameters = model(train_X, train_Y, [2, 8, 4, 1])
    predictions_train = predict(train_X, train_Y, parameters)
