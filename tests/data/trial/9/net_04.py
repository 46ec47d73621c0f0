# -*- coding: utf-8 -*-
import numpy as np

# N is batch size; D_in is input dimension;
# H is hidden dimension; D_out is output dimension.
N, D_in, H, D_out = 32, 12, 20, 3

# Create random input and output data
np.random.seed(42)
x = np.random.randn(N, D_in)
y = np.random.randn(N, D_out)

# Randomly initialize weights
w1 = np.random.randn(D_in, H) * 0.3
c1 = np.zeros(H)
w2 = np.random.randn(H, D_out) * 0.3
c2 = np.zeros(D_out)

learning_rate = 5e-4
for t in range(500):
    # Forward pass: compute predicted y  (ELU instead of ReLU, alpha = 1)
    h = x.dot(w1) + c1
    h_elu = np.where(h > 0, h, np.exp(np.minimum(h, 0)) - 1)
    y_pred = h_elu.dot(w2) + c2

    # Compute and print loss
    loss = np.square(y_pred - y).sum()
    if t % 100 == 99:
        print(t, loss)

    # Backprop to compute gradients of w1 and w2 with respect to loss
    grad_y_pred = 2.0 * (y_pred - y)
    grad_w2 = h_elu.T.dot(grad_y_pred)
    grad_c2 = grad_y_pred.sum(0)
    grad_h_elu = grad_y_pred.dot(w2.T)
    grad_h = grad_h_elu.copy()
    grad_h[h < 0] *= h_elu[h < 0] + 1
    grad_w1 = x.T.dot(grad_h)
    grad_c1 = grad_h.sum(0)

    # Update weights
    w1 -= learning_rate * grad_w1
    w2 -= learning_rate * grad_w2
    c1 -= learning_rate * grad_c1
    c2 -= learning_rate * grad_c2
