#!/usr/bin/env python3
# churn-like toy problem: will customer leave (1) or stay (0)?
import numpy as np

rng = np.random.default_rng(2024)
n_samples = 150
features = rng.normal(size=(n_samples, 5))
labels = (features[:, 0] * features[:, 1] + 0.5 * features[:, 2] > 0).astype(float).reshape(-1, 1)

hidden_units = 9
learning_rate = 0.3
momentum = 0.8
epochs = 500

weights_hidden = rng.normal(scale=0.4, size=(5, hidden_units))
bias_hidden = np.zeros((1, hidden_units))
weights_out = rng.normal(scale=0.4, size=(hidden_units, 1))
bias_out = np.zeros((1, 1))

vel_wh = np.zeros_like(weights_hidden)
vel_bh = np.zeros_like(bias_hidden)
vel_wo = np.zeros_like(weights_out)
vel_bo = np.zeros_like(bias_out)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def sigmoid_derivative(s):
    return s * (1 - s)


def binary_cross_entropy(y, p):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


losses = []
for epoch in range(epochs):
    # forward pass
    hidden = np.tanh(features @ weights_hidden + bias_hidden)
    prediction = sigmoid(hidden @ weights_out + bias_out)
    loss = binary_cross_entropy(labels, prediction)
    losses.append(loss)

    # backward pass
    error = prediction - labels
    grad_out = error * sigmoid_derivative(prediction) / n_samples
    grad_wo = hidden.T @ grad_out
    grad_bo = grad_out.sum(axis=0, keepdims=True)
    grad_hidden = (grad_out @ weights_out.T) * (1 - hidden ** 2)
    grad_wh = features.T @ grad_hidden
    grad_bh = grad_hidden.sum(axis=0, keepdims=True)

    # update
    vel_wh = momentum * vel_wh - learning_rate * grad_wh
    vel_bh = momentum * vel_bh - learning_rate * grad_bh
    vel_wo = momentum * vel_wo - learning_rate * grad_wo
    vel_bo = momentum * vel_bo - learning_rate * grad_bo
    weights_hidden += vel_wh
    bias_hidden += vel_bh
    weights_out += vel_wo
    bias_out += vel_bo

    if epoch % 100 == 0:
        print(f"Epoch {epoch} | BCE loss {loss:.4f}")

accuracy = ((prediction > 0.5) == labels).mean()
print("final BCE:", losses[-1], "accuracy:", accuracy)
