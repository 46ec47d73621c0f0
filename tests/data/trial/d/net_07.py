# ex4 translated from Octave; everything stays unrolled in nn_params, column-major as in Theta(:)
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1 - g)


def reshapeParams(nn_params, input_layer_size, hidden_layer_size, num_labels):
    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:split].reshape((hidden_layer_size, input_layer_size + 1), order='F')
    Theta2 = nn_params[split:].reshape((num_labels, hidden_layer_size + 1), order='F')
    return Theta1, Theta2


def nnCostFunction(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lam):
    Theta1, Theta2 = reshapeParams(nn_params, input_layer_size, hidden_layer_size, num_labels)
    m = X.shape[0]
    J = 0
    Theta1_grad = np.zeros(Theta1.shape)
    Theta2_grad = np.zeros(Theta2.shape)
    # y comes with labels 1..num_labels
    I = np.eye(num_labels)

    for t in range(m):
        # step 1
        a1 = np.concatenate(([1], X[t, :]))[:, None]
        z2 = Theta1 @ a1
        a2 = np.vstack(([[1]], sigmoid(z2)))
        z3 = Theta2 @ a2
        a3 = sigmoid(z3)
        yt = I[:, [y[t] - 1]]
        J = J + np.sum(-yt * np.log(a3) - (1 - yt) * np.log(1 - a3))
        # step 2
        delta3 = a3 - yt
        # step 3
        delta2 = (Theta2.T @ delta3)[1:] * sigmoidGradient(z2)
        # step 4
        Theta1_grad = Theta1_grad + delta2 @ a1.T
        Theta2_grad = Theta2_grad + delta3 @ a2.T

    J = J / m
    Theta1_grad = Theta1_grad / m
    Theta2_grad = Theta2_grad / m

    # regularization, skipping the bias columns
    J = J + lam / (2 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))
    Theta1_grad[:, 1:] = Theta1_grad[:, 1:] + lam / m * Theta1[:, 1:]
    Theta2_grad[:, 1:] = Theta2_grad[:, 1:] + lam / m * Theta2[:, 1:]

    grad = np.concatenate((Theta1_grad.ravel(order='F'), Theta2_grad.ravel(order='F')))
    return J, grad


def debugInitializeWeights(fan_out, fan_in):
    W = np.sin(np.arange(1, fan_out * (1 + fan_in) + 1)).reshape((fan_out, 1 + fan_in), order='F') / 3
    return W


def gradientDescent(nn_params, alpha, num_iters, *args):
    J_history = []
    for it in range(num_iters):
        J, grad = nnCostFunction(nn_params, *args)
        nn_params = nn_params - alpha * grad
        J_history.append(J)
    return nn_params, J_history


if __name__ == '__main__':
    input_layer_size, hidden_layer_size, num_labels, m = 4, 6, 3, 30
    initial = np.concatenate((debugInitializeWeights(hidden_layer_size, input_layer_size).ravel(order='F'),
                              debugInitializeWeights(num_labels, hidden_layer_size).ravel(order='F')))
    X = debugInitializeWeights(m, input_layer_size - 1) * 3
    y = 1 + np.arange(1, m + 1) % num_labels
    nn_params, J_history = gradientDescent(initial, 1.0, 200, input_layer_size, hidden_layer_size,
                                           num_labels, X, y, 0.1)
    print('J: %f -> %f' % (J_history[0], J_history[-1]))
