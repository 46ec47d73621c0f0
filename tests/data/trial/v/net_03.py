#!/usr/bin/env python
# coding: utf-8

# # XOR with three inputs
# Exported from `hw3_backprop.ipynb`

# In[1]:

import numpy as np
np.random.seed(1)


# In[2]:

X = np.array([[0, 0, 1],
              [0, 1, 1],
              [1, 0, 1],
              [1, 1, 1]])
y = np.array([[0, 1, 1, 0]]).T


# In[3]:

def nonlin(x, deriv=False):
    if deriv:
        return x * (1 - x)
    return 1 / (1 + np.exp(-x))


# We minimise $E = \frac{1}{2}\sum_i (y_i - \hat y_i)^2$ with full-batch gradient descent.

# In[4]:

syn0 = 2 * np.random.random((3, 5)) - 1
syn1 = 2 * np.random.random((5, 4)) - 1
syn2 = 2 * np.random.random((4, 1)) - 1
alpha = 1.0
n_iter = 10000


# In[5]:

history = []
for j in range(n_iter):
    l0 = X
    l1 = nonlin(np.dot(l0, syn0))
    l2 = nonlin(np.dot(l1, syn1))
    l3 = nonlin(np.dot(l2, syn2))

    l3_error = y - l3
    E = 0.5 * np.sum(l3_error ** 2)
    history.append(E)
    if j % 2000 == 0:
        print("iter", j, "E =", E)

    l3_delta = l3_error * nonlin(l3, deriv=True)
    syn2 += alpha * l2.T.dot(l3_delta)

    l2_error = l3_delta.dot(syn2.T)
    l2_delta = l2_error * nonlin(l2, deriv=True)
    syn1 += alpha * l1.T.dot(l2_delta)

    l1_error = l2_delta.dot(syn1.T)
    l1_delta = l1_error * nonlin(l1, deriv=True)
    syn0 += alpha * l0.T.dot(l1_delta)


# In[6]:

print("Output after training:")
print(l3)
