"""ex4 ported from Octave to Python (regularized neural network cost + gradient)"""
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)


def randInitializeWeights(L_in, L_out):
    epsilon_init = 0.5
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lam):
    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:split].reshape(hidden_layer_size, input_layer_size + 1)
    Theta2 = nn_params[split:].reshape(num_labels, hidden_layer_size + 1)
    m = X.shape[0]

    # Part 1: feedforward
    a1 = np.hstack([np.ones((m, 1)), X])
    z2 = a1.dot(Theta1.T)
    a2 = np.hstack([np.ones((m, 1)), sigmoid(z2)])
    z3 = a2.dot(Theta2.T)
    h = sigmoid(z3)

    Y = np.zeros((m, num_labels))
    Y[np.arange(m), y] = 1

    J = (1.0 / m) * np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h))
    J += lam / (2.0 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    # Part 2: backpropagation
    d3 = h - Y
    d2 = d3.dot(Theta2[:, 1:]) * sigmoidGradient(z2)
    Theta1_grad = d2.T.dot(a1) / m
    Theta2_grad = d3.T.dot(a2) / m

    # Part 3: regularization
    Theta1_grad[:, 1:] += lam * Theta1[:, 1:]
    Theta2_grad[:, 1:] += lam * Theta2[:, 1:]

    grad = np.concatenate([Theta1_grad.ravel(), Theta2_grad.ravel()])
    return J, grad


def gradientDescent(nn_params, args, alpha, num_iters):
    J_history = []
    for it in range(num_iters):
        J, grad = nnCostFunction(nn_params, *args)
        nn_params = nn_params - alpha * grad
        J_history.append(J)
    return nn_params, J_history


if __name__ == '__main__':
    np.random.seed(5)
    X = np.random.randn(90, 4)
    y = np.argmax(X[:, :3] + 0.2 * np.random.randn(90, 3), axis=1)
    initial = np.concatenate([randInitializeWeights(4, 6).ravel(),
                              randInitializeWeights(6, 3).ravel()])
    theta, hist = gradientDescent(initial, (4, 6, 3, X, y, 0.5), 0.5, 200)
    print('Cost: %f -> %f' % (hist[0], hist[-1]))
