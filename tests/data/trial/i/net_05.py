# coding: utf-8
# Mes notes de cours : reseau profond a L couches, "from scratch"
# Amelie, Lyon, janvier 2018 -- export du notebook

import numpy as np

# In[1]:

def initialize_parameters_deep(layer_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) * np.sqrt(2. / layer_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters

# In[2]:

def leaky_relu(Z):
    return np.where(Z > 0, Z, 0.01 * Z)

def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))

def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters['W' + str(l)], parameters['b' + str(l)]
        Z = np.dot(W, A_prev) + b
        A = leaky_relu(Z) if l < L else sigmoid(Z)
        caches.append((A_prev, W, b, Z))
    return A, caches

# In[3]:

def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = -1. / m * np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
    return np.squeeze(cost)

# In[4]:

def linear_backward(dZ, cache):
    A_prev, W, b, _ = cache
    m = A_prev.shape[1]
    dW = 1. / m * np.dot(dZ, A_prev.T)
    db = 1. / m * np.sum(dZ, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    return dA_prev, dW, db

def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    # derniere couche : sigmoide
    dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    dZ = dAL * AL * (1 - AL)
    dA, grads['dW' + str(L)], grads['db' + str(L)] = linear_backward(dZ, caches[L-1])
    for l in reversed(range(1, L)):
        Z = caches[l-1][3]
        dZ = np.where(Z > 0, dA, 0.01 * dA)
        dA, grads['dW' + str(l)], grads['db' + str(l)] = linear_backward(dZ, caches[l-1])
    return grads

def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(1, L + 1):
        parameters['W' + str(l)] = parameters['W' + str(l)] - learning_rate * grads['dW' + str(l)]
        parameters['b' + str(l)] = parameters['b' + str(l)] - learning_rate * grads['db' + str(l)]
    return parameters

# In[5]:

def L_layer_model(X, Y, layers_dims, learning_rate=0.1, num_iterations=1500, print_cost=True):
    parameters = initialize_parameters_deep(layers_dims)
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and i % 300 == 0:
            print("Cout apres l'iteration %i : %f" % (i, cost))
    return parameters

# In[6]:

if __name__ == '__main__':
    rng = np.random.RandomState(0)
    X = rng.randn(2, 150)
    Y = (np.sum(X ** 2, axis=0, keepdims=True) < 1.2).astype(float)
    parameters = L_layer_model(X, Y, [2, 10, 6, 4, 1])
    AL, _ = L_model_forward(X, parameters)
    print("Precision : %.1f %%" % (100 * np.mean((AL > 0.5) == (Y > 0.5))))
