# Assignment 2 - Deep Neural Network from scratch (binary classification)
# B.Tech CSE Sem VI
import numpy as np

def initialize_parameters(layer_dims):
    np.random.seed(7)
    parameters = {}
    velocity = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) * np.sqrt(2.0 / layer_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
        velocity['dW' + str(l)] = np.zeros((layer_dims[l], layer_dims[l-1]))
        velocity['db' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters, velocity

def leaky_relu(Z, slope=0.01):
    return np.where(Z > 0, Z, slope * Z)

def leaky_relu_grad(Z, slope=0.01):
    return np.where(Z > 0, 1.0, slope)

def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))

def forward_propagation(X, parameters):
    L = len(parameters) // 2
    caches = {'A0': X}
    A = X
    for l in range(1, L + 1):
        Z = np.dot(parameters['W' + str(l)], A) + parameters['b' + str(l)]
        A = sigmoid(Z) if l == L else leaky_relu(Z)
        caches['Z' + str(l)] = Z
        caches['A' + str(l)] = A
    return A, caches

def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = -(1.0 / m) * np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
    return np.squeeze(cost)

def backward_propagation(Y, parameters, caches):
    grads = {}
    L = len(parameters) // 2
    m = Y.shape[1]
    dZ = caches['A' + str(L)] - Y
    for l in reversed(range(1, L + 1)):
        grads['dW' + str(l)] = (1.0 / m) * np.dot(dZ, caches['A' + str(l-1)].T)
        grads['db' + str(l)] = (1.0 / m) * np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            dA = np.dot(parameters['W' + str(l)].T, dZ)
            dZ = dA * leaky_relu_grad(caches['Z' + str(l-1)])
    return grads

def update_parameters(parameters, grads, velocity, learning_rate, beta=0.9):
    L = len(parameters) // 2
    for l in range(1, L + 1):
        for p in ('W', 'b'):
            key = 'd' + p + str(l)
            velocity[key] = beta * velocity[key] + grads[key]
            parameters[p + str(l)] = parameters[p + str(l)] - learning_rate * velocity[key]
    return parameters, velocity

def model(X, Y, layer_dims, num_iterations=300, learning_rate=0.02):
    parameters, velocity = initialize_parameters(layer_dims)
    for i in range(num_iterations):
        AL, caches = forward_propagation(X, parameters)
        cost = compute_cost(AL, Y)
        grads = backward_propagation(Y, parameters, caches)
        parameters, velocity = update_parameters(parameters, grads, velocity, learning_rate)
        if i % 100 == 0:
            print("Cost after iteration", i, ":", cost)
    return parameters

if __name__ == '__main__':
    np.random.seed(1)
    X = np.random.randn(2, 200)
    Y = (X[0:1] ** 2 + X[1:2] ** 2 < 1.2).astype(float)
    params = model(X, Y, [2, 8, 5, 1])
    AL, _ = forward_propagation(X, params)
    print("Training accuracy:", np.mean((AL > 0.5) == Y))
