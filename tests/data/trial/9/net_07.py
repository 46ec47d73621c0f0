# Exercise 4 (handwritten digits) from Octave to numpy; fake digits instead of ex4data1.mat
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)


def randInitializeWeights(L_in, L_out):
    epsilon_init = 0.5
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, Lambda):
    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:split].reshape(hidden_layer_size, input_layer_size + 1)
    Theta2 = nn_params[split:].reshape(num_labels, hidden_layer_size + 1)
    m = X.shape[0]

    # Part 1: feedforward
    a1 = np.column_stack((np.ones(m), X))
    z2 = a1.dot(Theta1.T)
    a2 = np.column_stack((np.ones(m), sigmoid(z2)))
    z3 = a2.dot(Theta2.T)
    a3 = sigmoid(z3)

    Y = np.zeros((m, num_labels))
    Y[np.arange(m), y] = 1

    J = (-1.0 / m) * np.sum(Y * np.log(a3) + (1 - Y) * np.log(1 - a3))
    J += Lambda / (2.0 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    # Part 2: backpropagation
    d3 = a3 - Y
    d2 = d3.dot(Theta2[:, 1:]) * sigmoidGradient(a2[:, 1:])

    Theta1_grad = d2.T.dot(a1) / m
    Theta2_grad = d3.T.dot(a2) / m

    # Part 3: regularization
    Theta1_grad[:, 1:] += Lambda / m * Theta1[:, 1:]
    Theta2_grad += Lambda / m * Theta2

    grad = np.concatenate((Theta1_grad.ravel(), Theta2_grad.ravel()))
    return J, grad


def predict(Theta1, Theta2, X):
    m = X.shape[0]
    h1 = sigmoid(np.column_stack((np.ones(m), X)).dot(Theta1.T))
    h2 = sigmoid(np.column_stack((np.ones(m), h1)).dot(Theta2.T))
    return np.argmax(h2, axis=1)


if __name__ == '__main__':
    np.random.seed(5)
    n_in, n_hid, n_lab = 6, 5, 3
    centers = np.random.randn(n_lab, n_in) * 1.5
    y = np.random.randint(0, n_lab, 90)
    X = centers[y] + np.random.randn(90, n_in)

    nn_params = np.concatenate((randInitializeWeights(n_in, n_hid).ravel(),
                                randInitializeWeights(n_hid, n_lab).ravel()))
    alpha, Lambda = 0.8, 1.0
    # no fmincg here, gradient descent does it too
    for it in range(300):
        J, grad = nnCostFunction(nn_params, n_in, n_hid, n_lab, X, y, Lambda)
        nn_params = nn_params - alpha * grad
        if it % 50 == 0:
            print('Iteration %4i | Cost: %4.6e' % (it, J))
    T1 = nn_params[:n_hid * (n_in + 1)].reshape(n_hid, n_in + 1)
    T2 = nn_params[n_hid * (n_in + 1):].reshape(n_lab, n_hid + 1)
    print('Training Set Accuracy: %f' % (np.mean(predict(T1, T2, X) == y) * 100))
