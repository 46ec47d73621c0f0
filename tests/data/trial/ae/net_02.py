"""
Port of nnCostFunction.m / trainNN.m to Python.

Columns are examples:  X is (n_features, m),  y is (1, m) with 0/1.
Cost
    J = -1/m * sum( y.*log(h) + (1-y).*log(1-h) ) + lambda/(2m) * sum(sum(Theta.^2))
(bias terms are not regularised).
"""
import numpy as np
from numpy import log, exp, zeros, dot


def sigmoid(z):
    return 1.0 / (1.0 + exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)


def randInitializeWeights(L_in, L_out, rs):
    epsilon_init = np.sqrt(6.0) / np.sqrt(L_in + L_out)
    return rs.rand(L_out, L_in) * 2 * epsilon_init - epsilon_init


def nnCostFunction(Theta1, b1, Theta2, b2, X, y, lambda_):
    m = X.shape[1]

    # Part 1: feedforward
    a1 = X
    z2 = dot(Theta1, a1) + b1
    a2 = sigmoid(z2)
    z3 = dot(Theta2, a2) + b2
    h = sigmoid(z3)

    J = -1.0 / m * np.sum(y * log(h) + (1 - y) * log(1 - h))
    J = J + lambda_ / (2.0 * m) * (np.sum(Theta1 ** 2) + np.sum(Theta2 ** 2))

    # Part 2: backpropagation
    delta3 = h - y
    delta2 = dot(Theta2.T, delta3) * sigmoidGradient(z2)

    Theta2_grad = dot(delta3, a2.T) / m
    Theta1_grad = dot(delta2, a1.T) / m
    b2_grad = np.sum(delta3, axis=1, keepdims=True) / m
    b1_grad = np.sum(delta2, axis=1, keepdims=True) / m

    # Part 3: regularization
    Theta2_grad = Theta2_grad + lambda_ * Theta2
    Theta1_grad = Theta1_grad + lambda_ * Theta1

    return J, (Theta1_grad, b1_grad, Theta2_grad, b2_grad)


def trainNN(X, y, hidden_layer_size=6, alpha=0.8, lambda_=0.1, num_iters=400, seed=1):
    rs = np.random.RandomState(seed)
    Theta1 = randInitializeWeights(X.shape[0], hidden_layer_size, rs)
    Theta2 = randInitializeWeights(hidden_layer_size, 1, rs)
    b1 = zeros((hidden_layer_size, 1))
    b2 = zeros((1, 1))
    J_history = zeros(num_iters)
    for it in range(num_iters):
        J_history[it], (g1, gb1, g2, gb2) = nnCostFunction(Theta1, b1, Theta2, b2, X, y, lambda_)
        Theta1 = Theta1 - alpha * g1
        b1 = b1 - alpha * gb1
        Theta2 = Theta2 - alpha * g2
        b2 = b2 - alpha * gb2
    return Theta1, b1, Theta2, b2, J_history


def predict(Theta1, b1, Theta2, b2, X):
    return sigmoid(dot(Theta2, sigmoid(dot(Theta1, X) + b1)) + b2) >= 0.5


if __name__ == '__main__':
    rs = np.random.RandomState(3)
    X = rs.randn(2, 80)
    y = (X[0] ** 2 + X[1] > 0.4).astype(float).reshape(1, -1)
    T1, b1, T2, b2, Jh = trainNN(X, y)
    print('J: %f -> %f' % (Jh[0], Jh[-1]))
    print('Training accuracy: %f' % (100 * np.mean(predict(T1, b1, T2, b2, X) == y)))
