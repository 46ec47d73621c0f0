# ex4 - Neural Network Learning (python port of the Octave exercise)
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)


def randInitializeWeights(L_in, L_out, epsilon_init=0.5):
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lam):
    """
    nn_params is the unrolled vector of Theta1, Theta2 (first column = bias weights).
    y holds labels 0 .. num_labels-1. Returns J and the unrolled gradient.
    """
    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:split].reshape(hidden_layer_size, input_layer_size + 1)
    Theta2 = nn_params[split:].reshape(num_labels, hidden_layer_size + 1)
    m = X.shape[0]

    # Part 1: feedforward
    Y = np.zeros((m, num_labels))
    Y[np.arange(m), y] = 1
    a1 = np.column_stack([np.ones(m), X])
    z2 = a1.dot(Theta1.T)
    a2 = np.column_stack([np.ones(m), sigmoid(z2)])
    z3 = a2.dot(Theta2.T)
    h = sigmoid(z3)

    J = (1.0 / m) * np.sum(-Y * np.log(h) - (1 - Y) * np.log(1 - h))
    J += lam / (2.0 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    # Part 2: backpropagation
    Delta1 = np.zeros(Theta1.shape)
    Delta2 = np.zeros(Theta2.shape)
    for t in range(m):
        d3 = h[t] - Y[t]
        d2 = Theta2[:, 1:].T.dot(d3) * sigmoidGradient(z2[t])
        Delta2 += np.outer(d3, a2[t])
        Delta1 += np.outer(d2, a1[t])

    # Part 3: regularization
    Theta1_grad = Delta1 / m
    Theta2_grad = Delta2 / m
    Theta1_grad[:, 1:] += lam / m * Theta1[:, 1:]
    Theta2_grad[:, 1:] += lam / m * Theta2[:, 1:]

    grad = np.concatenate([Theta1_grad.ravel(), Theta2_grad.ravel()])
    return J, grad


def gradientDescent(nn_params, alpha, num_iters, *args):
    J_history = []
    for i in range(num_iters):
        J, grad = nnCostFunction(nn_params, *args)
        J_history.append(J)
        nn_params = nn_params - alpha * grad
        if i % 100 == 0:
            print('Iteration %4d | Cost: %f' % (i, J))
    return nn_params, J_history


def predict(Theta1, Theta2, X):
    m = X.shape[0]
    h1 = sigmoid(np.column_stack([np.ones(m), X]).dot(Theta1.T))
    h2 = sigmoid(np.column_stack([np.ones(m), h1]).dot(Theta2.T))
    return np.argmax(h2, axis=1)


if __name__ == '__main__':
    np.random.seed(4)
    X = np.random.randn(90, 3)
    y = np.argmax(X, axis=1)
    initial = np.concatenate([randInitializeWeights(3, 6).ravel(), randInitializeWeights(6, 3).ravel()])
    params, hist = gradientDescent(initial, 1.0, 401, 3, 6, 3, X, y, 0.5)
    T1 = params[:24].reshape(6, 4)
    T2 = params[24:].reshape(3, 7)
    print('Training accuracy: %.1f' % (100 * np.mean(predict(T1, T2, X) == y)))
