#!/usr/bin/env python
# coding: utf-8

# # Week 5 notes: L-layer network with regularization
# my own re-implementation after the course (without looking at the assignment!)

# In[1]:
import numpy as np

# In[2]:
def initialize_parameters(layer_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) * np.sqrt(2. / layer_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters

def relu(Z):
    return np.maximum(0, Z)

def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))

# In[3]:
def forward_propagation(X, parameters):
    L = len(parameters) // 2
    caches = {'A0': X}
    for l in range(1, L + 1):
        Z = np.dot(parameters['W' + str(l)], caches['A' + str(l-1)]) + parameters['b' + str(l)]
        caches['Z' + str(l)] = Z
        caches['A' + str(l)] = sigmoid(Z) if l == L else relu(Z)
    return caches['A' + str(L)], caches

# In[4]:
def compute_cost(AL, Y, parameters, lambd):
    m = Y.shape[1]
    cross_entropy = -1./m * np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
    L2 = 0
    for l in range(1, len(parameters) // 2 + 1):
        L2 += np.sum(np.square(parameters['W' + str(l)]))
    return cross_entropy + lambd / (2 * m) * L2

# In[5]:
def backward_propagation(Y, caches, parameters, lambd):
    m = Y.shape[1]
    L = len(parameters) // 2
    grads = {}
    dZ = caches['A' + str(L)] - Y
    for l in range(L, 0, -1):
        W = parameters['W' + str(l)]
        grads['dW' + str(l)] = 1./m * np.dot(dZ, caches['A' + str(l-1)].T) + lambd * W
        grads['db' + str(l)] = 1./m * np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            dA = np.dot(W.T, dZ)
            dZ = dA * (caches['Z' + str(l-1)] > 0)
    return grads

def update_parameters(parameters, grads, learning_rate):
    for key in parameters:
        parameters[key] = parameters[key] - learning_rate * grads['d' + key]
    return parameters

# In[6]:
def model(X, Y, layer_dims, learning_rate=0.3, num_iterations=1500, lambd=0.1, print_cost=True):
    parameters = initialize_parameters(layer_dims)
    for i in range(num_iterations):
        AL, caches = forward_propagation(X, parameters)
        cost = compute_cost(AL, Y, parameters, lambd)
        grads = backward_propagation(Y, caches, parameters, lambd)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and i % 300 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    return parameters

# In[7]:
def two_moons(n=100, seed=0):
    r = np.random.RandomState(seed)
    t = np.pi * r.rand(n)
    up = np.stack([np.cos(t), np.sin(t)])
    down = np.stack([1 - np.cos(t), 0.4 - np.sin(t)])
    X = np.concatenate([up, down], axis=1) + 0.1 * r.randn(2, 2 * n)
    Y = np.concatenate([np.zeros((1, n)), np.ones((1, n))], axis=1)
    return X, Y

# In[8]:
if __name__ == "__main__":
    X, Y = two_moons()
    params = model(X, Y, [2, 10, 6, 1])
    AL, _ = forward_propagation(X, params)
    print("train accuracy:", np.mean((AL > 0.5) == Y))
