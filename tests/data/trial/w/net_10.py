#!/usr/bin/env python
# ex4 of the ML course, translated from Octave. Theta has the bias in column 0.
import numpy as np


def addOnes(A):
    return np.hstack([np.ones((A.shape[0], 1)), A])


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def randInitializeWeights(L_in, L_out, epsilon_init=0.5):
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lam):
    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:split].reshape(hidden_layer_size, input_layer_size + 1)
    Theta2 = nn_params[split:].reshape(num_labels, hidden_layer_size + 1)
    m = X.shape[0]

    Y = np.zeros((m, num_labels))
    Y[np.arange(m), y] = 1

    # Part 1: feedforward
    a1 = addOnes(X)
    z2 = a1 @ Theta1.T
    a2 = addOnes(np.tanh(z2))
    z3 = a2 @ Theta2.T
    h = sigmoid(z3)

    J = (1 / m) * np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h))
    J += lam / (2 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    # Part 2: backpropagation
    d3 = h - Y
    d2 = (d3 @ Theta2)[:, 1:] * (1 - a2[:, 1:])
    Delta1 = d2.T @ a1
    Delta2 = d3.T @ a2

    # Part 3: regularization
    Theta1_grad = Delta1 / m
    Theta2_grad = Delta2 / m
    Theta1_grad[:, 1:] += lam * Theta1[:, 1:]
    Theta2_grad[:, 1:] += lam * Theta2[:, 1:]

    grad = np.concatenate([Theta1_grad.ravel(), Theta2_grad.ravel()])
    return J, grad


def predict(nn_params, input_layer_size, hidden_layer_size, num_labels, X):
    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:split].reshape(hidden_layer_size, input_layer_size + 1)
    Theta2 = nn_params[split:].reshape(num_labels, hidden_layer_size + 1)
    h1 = np.tanh(addOnes(X) @ Theta1.T)
    return np.argmax(sigmoid(addOnes(h1) @ Theta2.T), axis=1)


def gradientDescent(costFunc, theta, alpha, num_iters):
    J_history = []
    for it in range(num_iters):
        J, grad = costFunc(theta)
        theta = theta - alpha * grad
        J_history.append(J)
    return theta, J_history


if __name__ == '__main__':
    np.random.seed(1)
    input_layer_size, hidden_layer_size, num_labels = 4, 9, 3
    y = np.random.randint(0, num_labels, 120)
    X = np.random.randn(num_labels, input_layer_size)[y] * 1.5 + np.random.randn(120, input_layer_size)
    theta0 = np.concatenate([randInitializeWeights(input_layer_size, hidden_layer_size).ravel(),
                             randInitializeWeights(hidden_layer_size, num_labels).ravel()])
    lam = 0.1
    cost = lambda p: nnCostFunction(p, input_layer_size, hidden_layer_size, num_labels, X, y, lam)
    theta, J_history = gradientDescent(cost, theta0, 0.5, 300)
    for k in range(0, 300, 60):
        print('Iteration %4d | Cost: %.6f' % (k, J_history[k]))
    pred = predict(theta, input_layer_size, hidden_layer_size, num_labels, X)
    print('Training Set Accuracy: %.2f' % (np.mean(pred == y) * 100))
