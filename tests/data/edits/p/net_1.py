#!/usr/bin/env python
# coding: utf-8

# # A neural network with two hidden layers, from scratch
# Columns are examples: X has shape (n_features, m), Y has shape (n_outputs, m)

# In[1]:

import numpy as np
np.random.seed(3)


# In[2]:  toy data: is the point in the circle / right of the diagonal?

m = 60
X = np.random.uniform(-1.5, 1.5, (2, m))
Y = np.vstack([X[0] ** 2 + X[1] ** 2 < 1.2, X[0] > X[1]]).astype(float)
print("X:", X.shape, " Y:", Y.shape)


# In[3]:  activation functions

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)

def tanh(z):
    return np.tanh(z)

def tanh_derivative(z):
    return 1 - np.tanh(z) ** 2


# In[4]:  hyperparameters and initial weights

n_x, n_h1, n_h2, n_y = X.shape[0], 7, 5, Y.shape[0]
lr = 0.5
beta = 0.9
epochs = 300

W1 = np.random.randn(n_h1, n_x) * 0.7
b1 = np.zeros((n_h1, 1))
W2 = np.random.randn(n_h2, n_h1) * 0.5
b2 = np.zeros((n_h2, 1))
W3 = np.random.randn(n_y, n_h2) * 0.5
b3 = np.zeros((n_y, 1))

vW1, vb1 = np.zeros_like(W1), np.zeros_like(b1)
vW2, vb2 = np.zeros_like(W2), np.zeros_like(b2)
vW3, vb3 = np.zeros_like(W3), np.zeros_like(b3)


# In[5]:

def forward(X):
    Z1 = np.dot(W1, X) + b1
    A1 = tanh(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = tanh(Z2)
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)
    return Z1, A1, Z2, A2, Z3, A3

def mse(A3, Y):
    return np.sum((A3 - Y) ** 2) / (2 * Y.shape[1])


# In[6]:  training

costs = []
for epoch in range(epochs):
    Z1, A1, Z2, A2, Z3, A3 = forward(X)
    cost = mse(A3, Y)
    costs.append(cost)

    # backpropagation
    error = A3 - Y
    dZ3 = error * sigmoid_derivative(Z3)
    dW3 = np.dot(dZ3, A2.T) / m
    db3 = np.sum(dZ3, axis=1, keepdims=True) / m

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = dA2 * tanh_derivative(Z2)
    dW2 = np.dot(dZ2, A1.T) / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = dA1 * tanh_derivative(Z1)
    dW1 = np.dot(dZ1, X.T) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m

    # gradient descent with momentum
    vW3 = beta * vW3 - lr * dW3
    vb3 = beta * vb3 - lr * db3
    vW2 = beta * vW2 - lr * dW2
    vb2 = beta * vb2 - lr * db2
    vW1 = beta * vW1 - lr * dW1
    vb1 = beta * vb1 - lr * db1
    W3 = W3 + vW3
    b3 = b3 + vb3
    W2 = W2 + vW2
    b2 = b2 + vb2
    W1 = W1 + vW1
    b1 = b1 + vb1

    if epoch % 50 == 0:
        print("epoch %4d  cost %.5f" % (epoch, cost))


# In[7]:

predictions = forward(X)[-1] > 0.5
print("accuracy:", np.mean(predictions == Y))
