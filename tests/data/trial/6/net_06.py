#!/usr/bin/env python
# coding: utf-8

# # HW3 Problem 2 - MLP from scratch
# **Name:** J. Alvarez   **Section:** B02

# In[1]:

import numpy as np
np.random.seed(231)


# In[2]:

# spiral data (same as lecture)
N, K = 40, 3
X = np.zeros((N*K, 2)); y = np.zeros(N*K, dtype='uint8')
for j in range(K):
    ix = range(N*j, N*(j+1))
    r = np.linspace(0.1, 1, N)
    t = np.linspace(j*4, (j+1)*4, N) + np.random.randn(N)*0.15
    X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]
    y[ix] = j
Y = np.eye(K)[y]
X.shape, Y.shape


# In[3]:

H = 16
W1 = np.random.randn(2, H) * 0.7; b1 = np.zeros((1, H))
W2 = np.random.randn(H, H) * 0.35; b2 = np.zeros((1, H))
W3 = np.random.randn(H, K) * 0.35; b3 = np.zeros((1, K))

vW1 = np.zeros_like(W1); vb1 = np.zeros_like(b1)
vW2 = np.zeros_like(W2); vb2 = np.zeros_like(b2)
vW3 = np.zeros_like(W3); vb3 = np.zeros_like(b3)


# In[4]:

def lrelu(x):
    return np.where(x > 0, x, 0.01*x)

def lrelu_grad(x):
    return np.where(x > 0, 1.0, 0.01)

def forward(X):
    z1 = X @ W1 + b1
    h1 = lrelu(z1)
    z2 = h1 @ W2 + b2
    h2 = lrelu(z2)
    z3 = h2 @ W3 + b3
    e = np.exp(z3 - z3.max(axis=1, keepdims=True))
    return z1, h1, z2, h2, e / e.sum(axis=1, keepdims=True)

def ce(p, Y):
    return -np.mean(np.sum(Y*np.log(p + 1e-300), axis=1))


# In[5]:

# SGD + momentum, v <- mu*v - lr*g ; w <- w + v
lr, mu, bs = 0.1, 0.9, 30
losses = []
for epoch in range(80):
    perm = np.random.permutation(len(X))
    for i in range(0, len(X), bs):
        xb, yb = X[perm[i:i+bs]], Y[perm[i:i+bs]]
        z1, h1, z2, h2, p = forward(xb)
        losses.append(ce(p, yb))

        d3 = (p - yb) / len(xb)
        dW3 = h2.T @ d3; db3 = d3.sum(0, keepdims=True)
        d2 = (d3 @ W3.T) * lrelu_grad(z2)
        dW2 = h1.T @ d2; db2 = d2.sum(0, keepdims=True)
        d1 = (d2 @ W2.T) * lrelu_grad(z1)
        dW1 = xb.T @ d1; db1 = d1.sum(0, keepdims=True)

        vW1 = mu*vW1 - lr*dW1
        vb1 = mu*vb1 - lr*db1
        vW2 = mu*vW2 - lr*dW2
        vb2 = mu*vb1 - lr*db2
        vW3 = mu*vW3 - lr*dW3
        vb3 = mu*vb3 - lr*db3
        W1 += vW1; b1 += vb1
        W2 += vW2; b2 += vb2
        W3 += vW3; b3 += vb3
    if epoch % 20 == 0:
        print(epoch, losses[-1])


# In[6]:

print('train accuracy:', np.mean(forward(X)[-1].argmax(1) == y))
