#!/usr/bin/env python
# coding: utf-8

# # Titanic-style survival: L-layer net from scratch
# In[1]:
import numpy as np

np.random.seed(3)

# In[2]: fake passengers (no internet on this kernel)
N_PASS = 240
pclass = np.random.randint(1, 4, N_PASS)
sex = np.random.randint(0, 2, N_PASS)
age = np.clip(np.random.normal(30, 13, N_PASS), 1, 75)
fare = np.exp(np.random.normal(4 - 0.8 * pclass, 0.5))
logit = 2.4 * sex - 0.9 * (pclass - 2) - 0.02 * (age - 30) - 1
survived = (np.random.rand(N_PASS) < 1 / (1 + np.exp(-logit))).astype(float)

feats = np.stack([pclass, sex, age, fare]).astype(float)
feats = (feats - feats.mean(axis=1, keepdims=True)) / feats.std(axis=1, keepdims=True)
X_train, Y_train = feats[:, :200], survived[None, :200]
X_valid, Y_valid = feats[:, 200:], survived[None, 200:]


# In[3]:
def initialize_parameters_deep(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) * np.sqrt(2 / layer_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


# In[4]:
def L_model_forward(X, parameters):
    L = len(parameters) // 2
    cache = {'A0': X}
    for l in range(1, L + 1):
        Z = np.dot(parameters['W%d' % l], cache['A%d' % (l - 1)]) + parameters['b%d' % l]
        cache['Z%d' % l] = Z
        cache['A%d' % l] = np.maximum(0, Z) if l < L else 1 / (1 + np.exp(-Z))
    return cache['A%d' % L], cache


def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = -1 / m * np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
    return np.squeeze(cost)


# In[5]:
def L_model_backward(AL, Y, parameters, cache):
    grads = {}
    L = len(parameters) // 2
    m = Y.shape[1]
    dZ = AL - Y
    for l in range(L, 0, -1):
        grads['dW%d' % l] = np.dot(dZ, cache['A%d' % (l - 1)].T) / m
        grads['db%d' % l] = np.sum(dZ, keepdims=True) / m
        if l > 1:
            dA = np.dot(parameters['W%d' % l].T, dZ)
            dZ = dA * (cache['Z%d' % (l - 1)] > 0)
    return grads


def update_parameters(parameters, grads, learning_rate):
    for l in range(1, len(parameters) // 2 + 1):
        parameters['W%d' % l] = parameters['W%d' % l] - learning_rate * grads['dW%d' % l]
        parameters['b%d' % l] = parameters['b%d' % l] - learning_rate * grads['db%d' % l]
    return parameters


# In[6]:
def L_layer_model(X, Y, layers_dims, learning_rate=0.03, num_iterations=600, print_cost=True):
    parameters = initialize_parameters_deep(layers_dims)
    for i in range(num_iterations):
        AL, cache = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y)
        grads = L_model_backward(AL, Y, parameters, cache)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and i % 100 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    return parameters


# In[7]:
if __name__ == '__main__':
    params = L_layer_model(X_train, Y_train, [4, 12, 8, 5, 1])
    pred, _ = L_model_forward(X_valid, params)
    print('valid acc', np.mean((pred > 0.5) == Y_valid))
