## Machine Learning Online Class - Exercise 4 Neural Network Learning
## (my python version, octave file nnCostFunction.m line by line)
import numpy as np

input_layer_size = 4
hidden_layer_size = 7
num_labels = 3


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)


def randInitializeWeights(L_in, L_out):
    epsilon_init = 0.12
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lambda_):
    split = hidden_layer_size * (input_layer_size + 1)
    # octave is column-major, so order='F'
    Theta1 = np.reshape(nn_params[:split], (hidden_layer_size, input_layer_size + 1), order='F')
    Theta2 = np.reshape(nn_params[split:], (num_labels, hidden_layer_size + 1), order='F')
    m = X.shape[0]

    # Part 1: feedforward
    a1 = np.c_[np.ones((m, 1)), X]
    z2 = a1.dot(Theta1.T)
    a2 = np.c_[np.ones((m, 1)), sigmoid(z2)]
    z3 = a2.dot(Theta2.T)
    a3 = sigmoid(z3)
    h = a3

    # recode labels 1..K as vectors
    Y = np.zeros((m, num_labels))
    for i in range(m):
        Y[i, y[i] - 1] = 1

    J = (1.0 / m) * np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h))
    # do not regularize the bias terms
    reg = (lambda_ / (2.0 * m)) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))
    J = J + reg

    # Part 2: backprop, example by example
    Theta1_grad = np.zeros(Theta1.shape)
    Theta2_grad = np.zeros(Theta2.shape)
    for t in range(m):
        delta3 = (a3[t] - Y[t]).reshape(-1, 1)
        delta2 = Theta2.T.dot(delta3)[1:] * sigmoidGradient(z2[t]).reshape(-1, 1)
        Theta1_grad += delta2.dot(a1[t].reshape(1, -1))
        Theta2_grad += delta3.dot(a2[t].reshape(1, -1))
    Theta1_grad /= m
    Theta2_grad /= m

    # Part 3: regularization
    Theta1_grad = Theta1_grad + (lambda_ / m) * Theta1
    Theta2_grad = Theta2_grad + (lambda_ / m) * Theta2

    grad = np.concatenate([Theta1_grad.ravel(order='F'), Theta2_grad.ravel(order='F')])
    return J, grad


def predict(nn_params, X):
    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = np.reshape(nn_params[:split], (hidden_layer_size, -1), order='F')
    Theta2 = np.reshape(nn_params[split:], (num_labels, -1), order='F')
    h1 = sigmoid(np.c_[np.ones(len(X)), X].dot(Theta1.T))
    h2 = sigmoid(np.c_[np.ones(len(X)), h1].dot(Theta2.T))
    return np.argmax(h2, axis=1) + 1


if __name__ == '__main__':
    np.random.seed(0)
    y = np.arange(60) % 3 + 1
    X = np.random.randn(60, 4) + 1.5 * np.c_[y == 1, y == 2, y == 3, y == 1]
    nn_params = np.concatenate([
        randInitializeWeights(input_layer_size, hidden_layer_size).ravel(order='F'),
        randInitializeWeights(hidden_layer_size, num_labels).ravel(order='F')])
    for it in range(500):
        J, grad = nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, 1.0)
        nn_params = nn_params - 0.8 * grad
        if it % 100 == 0:
            print('Iteration %d | Cost: %f' % (it, J))
    print('Training Set Accuracy: %f' % (np.mean(predict(nn_params, X) == y) * 100))
