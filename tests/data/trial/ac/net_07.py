#!/usr/bin/env python
# coding: utf-8

# # Iris-like classification with a neural network (Assignment 2)

# In[1]:


import numpy as np
np.random.seed(10)


# In[2]:


# fake iris, 4 features, 3 species
means = np.array([[5.0, 3.4, 1.5, 0.2], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.6, 2.0]])
labels = np.repeat([0, 1, 2], 30)
data = means[labels] + np.random.randn(90, 4) * 0.35
data = (data - data.mean(axis=0)) / data.std(axis=0)
Y = np.eye(3)[labels]


# In[3]:


def softmax(x):
    exps = np.exp(x - np.max(x))
    return exps / np.sum(exps, axis=0)

def cross_entropy(y_hat, y):
    return -np.sum(y * np.log(y_hat)) / y.shape[0]


# In[4]:


hidden_size = 10
W1 = np.random.randn(4, hidden_size) * 0.3
b1 = np.zeros((1, hidden_size))
W2 = np.random.randn(hidden_size, 3) * 0.3
b2 = np.zeros((1, 3))


# In[5]:


lr = 0.1
num_iter = 500
losses = []

for it in range(num_iter):
    z1 = data @ W1 + b1
    a1 = np.tanh(z1)
    z2 = a1 @ W2 + b2
    y_hat = softmax(z2)
    losses.append(cross_entropy(y_hat, Y))

    dz2 = (y_hat - Y) / Y.shape[0]
    dW2 = a1.T @ dz2
    db2 = dz2.sum(axis=0, keepdims=True)
    da1 = dz2 @ W2.T
    dz1 = da1 * (1 - a1**2)
    dW1 = data.T @ dz1
    db1 = dz1.sum(axis=0, keepdims=True)

    W1 -= lr * dW1
    b1 -= lr * db1
    W2 -= lr * dW2
    b2 -= lr * db2


# In[6]:


print(losses[::100])
print('train accuracy', np.mean(np.argmax(y_hat, axis=1) == labels))
