# -*- coding: utf-8 -*-
import numpy as np

# N is batch size; D_in is input dimension;
# H is hidden dimension; D_out is output dimension.
N, D_in, H, D_out = 64, 10, 12, 3

np.random.seed(10)

# Create random input and output data
x = np.random.randn(N, D_in)
y = np.sin(x[:, :D_out]) + 0.1 * np.random.randn(N, D_out)

# Randomly initialize weights
w1 = np.random.randn(D_in, H) * 0.3
b1 = np.zeros(H)
w2 = np.random.randn(H, H) * 0.3
b2 = np.zeros(H)
w3 = np.random.randn(H, D_out) * 0.3
b3 = np.zeros(D_out)

# momentum buffers
v_w1, v_b1 = np.zeros_like(w1), np.zeros_like(b1)
v_w2, v_b2 = np.zeros_like(w2), np.zeros_like(b2)
v_w3, v_b3 = np.zeros_like(w3), np.zeros_like(b3)

learning_rate = 2e-4
mu = 0.9
for t in range(500):
    # Forward pass: compute predicted y (softplus instead of relu)
    h1 = x.dot(w1) + b1
    h1_soft = np.log1p(np.exp(h1))
    h2 = h1_soft.dot(w2) + b2
    h2_soft = np.log1p(np.exp(h2))
    y_pred = h2_soft.dot(w3) + b3

    # Compute and print loss
    loss = np.square(y_pred - y).sum()
    if t % 50 == 0:
        print(t, loss)

    # Backprop to compute gradients of all parameters with respect to loss
    grad_y_pred = 2.0 * (y_pred - y)
    grad_w3 = h2_soft.T.dot(grad_y_pred)
    grad_b3 = grad_y_pred.sum(axis=0)
    grad_h2_soft = grad_y_pred.dot(w3.T)
    grad_h2 = grad_h2_soft / (1.0 + np.exp(-h2_soft))
    grad_w2 = h1_soft.T.dot(grad_h2)
    grad_b2 = grad_h2.sum(axis=0)
    grad_h1_soft = grad_h2.dot(w2.T)
    grad_h1 = grad_h1_soft / (1.0 + np.exp(-h1))
    grad_w1 = x.T.dot(grad_h1)
    grad_b1 = grad_h1.sum(axis=0)

    # Update weights
    v_w1 = mu * v_w1 + grad_w1
    v_b1 = mu * v_b1 + grad_b1
    v_w2 = mu * v_w2 + grad_w2
    v_b2 = mu * v_b1 + grad_b2
    v_w3 = mu * v_w3 + grad_w3
    v_b3 = mu * v_b3 + grad_b3
    w1 -= learning_rate * v_w1
    b1 -= learning_rate * v_b1
    w2 -= learning_rate * v_w2
    b2 -= learning_rate * v_b2
    w3 -= learning_rate * v_w3
    b3 -= learning_rate * v_b3

print('final', loss)
