# deep_nn.py -- L-layer network, hidden = swish (SiLU), output = sigmoid
# (course hw but with swish instead of relu, would someone pls review)
import numpy as np


def sigmoid(Z):
    return 1/(1+np.exp(-Z))

def swish(Z):
    return Z * sigmoid(Z)

def swish_grad(Z):
    s = sigmoid(Z)
    return s + Z*s*(1-s)

def initialize_parameters_deep(layer_dims):
    np.random.seed(1)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) / np.sqrt(layer_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters

def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L+1):
        A_prev = A
        W, b = parameters['W' + str(l)], parameters['b' + str(l)]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else swish(Z)
        caches.append((A_prev, W, Z))
    return A, caches

def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = -1/m * np.sum(Y*np.log(AL) + (1-Y)*np.log(1-AL))
    return np.squeeze(cost)

def linear_backward(dZ, cache):
    A_prev, W, _ = cache
    m = A_prev.shape[1]
    dW = 1/m * dZ @ A_prev.T
    db = 1/m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = W.T @ dZ
    return dA_prev, dW, db

def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    Y = Y.reshape(AL.shape)

    dA = - np.divide(Y, AL) - np.divide(1 - Y, 1 - AL)

    for l in reversed(range(L)):
        Z = caches[l][2]
        if l == L-1:
            s = sigmoid(Z)
            dZ = dA * s * (1-s)
        else:
            dZ = dA * swish_grad(Z)
        dA, grads['dW' + str(l+1)], grads['db' + str(l+1)] = linear_backward(dZ, caches[l])
    return grads

def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(L):
        parameters["W" + str(l+1)] -= learning_rate * grads["dW" + str(l+1)]
        parameters["b" + str(l+1)] -= learning_rate * grads["db" + str(l+1)]
    return parameters


if __name__ == "__main__":
    rng = np.random.RandomState(5)
    train_x = rng.randn(4, 150)
    train_y = (train_x[0:1]*train_x[1:2] + train_x[2:3] > 0).astype(float)
    params = initialize_parameters_deep([4, 7, 5, 3, 1])
    for i in range(200):
        AL, caches = L_model_forward(train_x, params)
        cost = compute_cost(AL, train_y)
        grads = L_model_backward(AL, train_y, caches)
        params = update_parameters(params, grads, 0.02)
        if i % 20 == 0:
            print("Cost after iteration {}: {}".format(i, cost))
    print("acc:", np.mean((AL > 0.5) == train_y))
