# -*- coding: utf-8 -*-
import numpy as np

# N is batch size; D_in is input dimension; H is hidden dimension; D_out is output dimension
N, D_in, H, D_out = 64, 1000, 100, 10
x = np.random.randn(N, D_in)
y = np.random.randn(N, D_out)
w1 = np.random.randn(D_in, H)
w2 = np.random.randn(H, D_out)

lr = 1e-6
for it in range(500):
    hidden = x @ w1
    activated = np.where(hidden > 0, hidden, 0)
    y_hat = activated @ w2

    # mean squared error
    diff = y_hat - y
    loss = (diff ** 2).sum()
    print(it, loss)

    d_out = 2 * diff
    d_w2 = activated.T @ d_out
    d_hidden = d_out @ w2.T
    d_hidden[hidden < 0] = 0
    d_w1 = x.T @ d_hidden

    w1 = w1 - lr * d_w1
    w2 = w2 - lr * d_w2
