# ex4 - Neural Networks Learning, translated from my Octave submission
import numpy as np
from numpy import zeros, ones, log, exp, hstack


def sigmoid(z):
    return 1.0 / (1.0 + exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z) * (1 - sigmoid(z))
    return g


def randInitializeWeights(L_in, L_out):
    epsilon_init = 0.5
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, Lambda):
    # Reshape nn_params back into the parameters Theta1 and Theta2
    cut = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:cut].reshape((hidden_layer_size, input_layer_size + 1), order='F')
    Theta2 = nn_params[cut:].reshape((num_labels, hidden_layer_size + 1), order='F')
    m = X.shape[0]

    # ====================== YOUR CODE HERE ======================
    # Part 1: Feedforward
    a1 = hstack((ones((m, 1)), X))
    z2 = a1.dot(Theta1.T)
    a2 = hstack((ones((m, 1)), sigmoid(z2)))
    z3 = a2.dot(Theta2.T)
    h = sigmoid(z3)

    Y = zeros((m, num_labels))
    for i in range(m):
        Y[i, y[i] - 1] = 1          # labels are 1..num_labels

    J = (-Y * log(h) - (1 - Y) * log(1 - h)).sum() / m
    J += Lambda / (2.0 * m) * ((Theta1[:, 1:] ** 2).sum() + (Theta2[:, 1:] ** 2).sum())

    # Part 2: Backpropagation
    Delta1 = zeros(Theta1.shape)
    Delta2 = zeros(Theta2.shape)
    for t in range(m):
        d3 = h[t] - Y[t]
        d2 = Theta2.T.dot(d3)[1:] * sigmoidGradient(a2[t, 1:])
        Delta2 += np.outer(d3, a2[t])
        Delta1 += np.outer(d2, a1[t])
    Theta1_grad = Delta1 / m
    Theta2_grad = Delta2 / m

    # Part 3: regularization
    Theta1_grad[:, 1:] += Lambda / m * Theta1[:, 1:]
    Theta2_grad[:, 1:] += Lambda / m * Theta2[:, 1:]
    # =============================================================

    grad = np.concatenate((Theta1_grad.ravel(order='F'), Theta2_grad.ravel(order='F')))
    return J, grad


def predict(nn_params, n_in, n_hid, n_lab, X):
    cut = n_hid * (n_in + 1)
    T1 = nn_params[:cut].reshape((n_hid, n_in + 1), order='F')
    T2 = nn_params[cut:].reshape((n_lab, n_hid + 1), order='F')
    m = X.shape[0]
    h1 = sigmoid(hstack((ones((m, 1)), X)).dot(T1.T))
    h2 = sigmoid(hstack((ones((m, 1)), h1)).dot(T2.T))
    return h2.argmax(axis=1) + 1


def gradientDescent(nn_params, args, alpha, num_iters):
    J_history = []
    for k in range(num_iters):
        J, grad = nnCostFunction(nn_params, *args)
        nn_params = nn_params - alpha * grad
        J_history.append(J)
    return nn_params, J_history


if __name__ == '__main__':
    np.random.seed(0)
    input_layer_size, hidden_layer_size, num_labels = 3, 6, 3
    X = np.random.randn(75, 3)
    y = X.argmax(axis=1) + 1
    initial = np.concatenate((randInitializeWeights(input_layer_size, hidden_layer_size).ravel(order='F'),
                              randInitializeWeights(hidden_layer_size, num_labels).ravel(order='F')))
    print('Training Neural Network...')
    nn_params, J_history = gradientDescent(
        initial, (input_layer_size, hidden_layer_size, num_labels, X, y, 0.5), 1.0, 300)
    print('J first/last: %g %g' % (J_history[0], J_history[-1]))
    pred = predict(nn_params, input_layer_size, hidden_layer_size, num_labels, X)
    print('Training Set Accuracy: %g' % (np.mean(pred == y) * 100))
