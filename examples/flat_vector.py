"""All parameters in one vector, biases in the first column of Theta, a cost function that returns (J, grad)."""
import numpy as np

import crosscheck


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def nn_cost_function(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lambda_):
    split = hidden_layer_size * (input_layer_size + 1)
    Theta1 = nn_params[:split].reshape(hidden_layer_size, input_layer_size + 1)
    Theta2 = nn_params[split:].reshape(num_labels, hidden_layer_size + 1)
    m = X.shape[0]

    a1 = np.hstack([np.ones((m, 1)), X])
    z2 = a1 @ Theta1.T
    a2 = np.hstack([np.ones((m, 1)), sigmoid(z2)])
    a3 = sigmoid(a2 @ Theta2.T)
    Y = np.eye(num_labels)[y]

    J = np.sum(-Y * np.log(a3) - (1 - Y) * np.log(1 - a3)) / m
    J += lambda_ / (2 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    delta3 = a3 - Y
    delta2 = (delta3 @ Theta2)[:, 1:] * sigmoid(z2) * (1 - sigmoid(z2))
    Theta1_grad = delta2.T @ a1 / m
    Theta2_grad = delta3.T @ a2 / m
    Theta1_grad[:, 1:] += lambda_ / m * Theta1[:, 1:]
    Theta2_grad[:, 1:] += lambda_ / m * Theta2[:, 1:]
    return J, np.concatenate([Theta1_grad.ravel(), Theta2_grad.ravel()])


def nn_cost_function_decaying_all(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lambda_):
    J, grad = nn_cost_function(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, 0)
    return J, grad + lambda_ / len(X) * nn_params


def descend(theta, shape, X, y, lambda_, alpha, cost=nn_cost_function):
    J, grad = cost(theta, *shape, X, y, lambda_)
    return theta - alpha * grad


class Right(crosscheck.Adapter):
    weight, bias, targets = "out_in", "folded_first_column", "class_index"
    activations, loss, l2, l2_scale = ("sigmoid", "sigmoid"), "bce_per_sample", 0.25, "per_sample"
    parameters, flat, _cost = "theta", "C", staticmethod(nn_cost_function)
    build = lambda self, case: {"sizes": case.sizes}

    def step(self, net, x, y, lr):
        net["theta"] = descend(net["theta"], net["sizes"], x, y, self.l2, lr, self._cost)


class DecaysBiases(Right):
    _cost = staticmethod(nn_cost_function_decaying_all)


EXPECTED = {"Right": ("agrees", []), "DecaysBiases": ("differs", ["decay-on-bias"])}
