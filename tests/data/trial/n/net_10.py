# ex4 (neural network learning) translated from Octave to numpy
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoidGradient(z):
    return sigmoid(z) * (1 - sigmoid(z))


def randInitializeWeights(L_in, L_out, rng):
    epsilon_init = np.sqrt(6) / np.sqrt(L_in + L_out)
    return rng.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def reshapeParams(nn_params, input_layer_size, hidden_layer_size, num_labels):
    cut = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:cut].reshape((hidden_layer_size, input_layer_size + 1), order='F')
    Theta2 = nn_params[cut:].reshape((num_labels, hidden_layer_size + 1), order='F')
    return Theta1, Theta2


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lambda_):
    Theta1, Theta2 = reshapeParams(nn_params, input_layer_size, hidden_layer_size, num_labels)
    m = X.shape[0]
    Y = np.eye(num_labels)[y]

    # Part 1: feedforward
    a1 = np.hstack([np.ones((m, 1)), X])
    z2 = a1.dot(Theta1.T)
    a2 = np.hstack([np.ones((m, 1)), sigmoid(z2)])
    z3 = a2.dot(Theta2.T)
    h = sigmoid(z3)

    J = np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h)) / m
    J += lambda_ / (2.0 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    # Part 2: backpropagation
    d3 = h - Y
    d2 = d3.dot(Theta2[:, 1:]) * sigmoidGradient(z2)
    Theta1_grad = d2.T.dot(a1) / m
    Theta2_grad = d3.T.dot(a2) / m

    # Part 3: regularization
    Theta1_grad += lambda_ / m * Theta1
    Theta2_grad += lambda_ / m * Theta2

    grad = np.concatenate([Theta1_grad.ravel(order='F'), Theta2_grad.ravel(order='F')])
    return J, grad


def gradientDescent(nn_params, alpha, num_iters, *args):
    J_history = []
    for it in range(num_iters):
        J, grad = nnCostFunction(nn_params, *args)
        nn_params = nn_params - alpha * grad
        J_history.append(J)
        if it % 50 == 0:
            print('Iteration %4d | Cost: %e' % (it, J))
    return nn_params, J_history


def predict(Theta1, Theta2, X):
    m = X.shape[0]
    h1 = sigmoid(np.hstack([np.ones((m, 1)), X]).dot(Theta1.T))
    h2 = sigmoid(np.hstack([np.ones((m, 1)), h1]).dot(Theta2.T))
    return h2.argmax(axis=1)


def loadData(rng, m=120):
    y = rng.randint(0, 4, m)
    X = rng.randn(m, 6) * 0.7 + np.array([[1, 0, 0, 1, 0, 0], [0, 1, 0, 0, 1, 0],
                                          [0, 0, 1, 0, 0, 1], [-1, -1, 0, 0, 0, 0]])[y] * 1.5
    return X, y


if __name__ == '__main__':
    rng = np.random.RandomState(8)
    X, y = loadData(rng)
    nl = (6, 9, 4)
    initial = np.concatenate([randInitializeWeights(nl[0], nl[1], rng).ravel(order='F'),
                              randInitializeWeights(nl[1], nl[2], rng).ravel(order='F')])
    nn_params, hist = gradientDescent(initial, 0.8, 300, nl[0], nl[1], nl[2], X, y, 1.0)
    Theta1, Theta2 = reshapeParams(nn_params, *nl)
    print('Training Set Accuracy: %.1f' % (np.mean(predict(Theta1, Theta2, X) == y) * 100))
