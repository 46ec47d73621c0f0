# ex4 from the ML course, translated from Octave to numpy
# (fmincg replaced by plain gradient descent)
import numpy as np
from numpy import ones, zeros, hstack, log, exp


def sigmoid(z):
    return 1.0 / (1.0 + exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)


def randInitializeWeights(L_in, L_out):
    epsilon_init = 0.5
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lam):
    """[J grad] = nnCostFunction(...)   regularized cost (bias units are not regularized) and
    its gradient, unrolled"""
    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:split].reshape((hidden_layer_size, input_layer_size + 1), order='F')
    Theta2 = nn_params[split:].reshape((num_labels, hidden_layer_size + 1), order='F')
    m = X.shape[0]

    # y(i) = 1..K  ->  Y(i,:) = [0 0 1 0]
    Y = np.eye(num_labels)[y.ravel() - 1]

    # Part 1: feedforward
    a1 = hstack((ones((m, 1)), X))
    z2 = a1 @ Theta1.T
    a2 = hstack((ones((m, 1)), sigmoid(z2)))
    z3 = a2 @ Theta2.T
    a3 = sigmoid(z3)

    J = np.sum(-Y * log(a3) - (1 - Y) * log(1 - a3)) / m
    J = J + lam / (2 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    # Part 2: backpropagation
    d3 = a3 - Y
    d2 = (d3 @ Theta2[:, 1:]) * sigmoidGradient(z2)
    Theta1_grad = d2.T @ a1 / m
    Theta2_grad = d3.T @ a2 / m

    # Part 3: regularization
    Theta1_grad = Theta1_grad + (lam / m) * Theta1
    Theta2_grad = Theta2_grad + (lam / m) * Theta2

    grad = np.concatenate((Theta1_grad.ravel(order='F'), Theta2_grad.ravel(order='F')))
    return J, grad


def predict(Theta1, Theta2, X):
    m = X.shape[0]
    h1 = sigmoid(hstack((ones((m, 1)), X)) @ Theta1.T)
    h2 = sigmoid(hstack((ones((m, 1)), h1)) @ Theta2.T)
    return np.argmax(h2, axis=1) + 1


if __name__ == '__main__':
    np.random.seed(1)
    input_layer_size, hidden_layer_size, num_labels = 4, 8, 3
    centers = np.random.randn(num_labels, input_layer_size) * 1.5
    y = np.random.randint(1, num_labels + 1, size=(150, 1))
    X = centers[y.ravel() - 1] + np.random.randn(150, input_layer_size)

    initial_Theta1 = randInitializeWeights(input_layer_size, hidden_layer_size)
    initial_Theta2 = randInitializeWeights(hidden_layer_size, num_labels)
    nn_params = np.concatenate((initial_Theta1.ravel(order='F'), initial_Theta2.ravel(order='F')))

    lam = 3
    alpha = 0.8
    for it in range(300):
        J, grad = nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lam)
        nn_params = nn_params - alpha * grad
        if it % 50 == 0:
            print('Iteration %4d | Cost: %4.6e' % (it, J))

    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:split].reshape((hidden_layer_size, -1), order='F')
    Theta2 = nn_params[split:].reshape((num_labels, -1), order='F')
    print('Training Set Accuracy: %f' % (np.mean(predict(Theta1, Theta2, X) == y.ravel()) * 100))
