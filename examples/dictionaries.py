"""Parameters, caches and gradients in dictionaries, samples in columns, cross-entropy over m examples."""
import numpy as np

import crosscheck


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def initialize_parameters(n_x, n_h, n_y):
    return {"W1": np.random.randn(n_h, n_x) * 0.01, "b1": np.zeros((n_h, 1)),
            "W2": np.random.randn(n_y, n_h) * 0.01, "b2": np.zeros((n_y, 1))}


def forward_propagation(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def compute_cost(A2, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / m


def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = A2 - Y
    dW2 = np.dot(dZ2, A1.T) / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - np.power(A1, 2))
    dW1 = np.dot(dZ1, X.T) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_without_axis(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    m = X.shape[1]
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - np.power(cache["A1"], 2))
    grads["db2"] = np.sum(dZ2) / m
    grads["db1"] = np.sum(dZ1) / m
    return grads


def backward_sigmoid_copied(parameters, cache, X, Y):
    """The hidden layer was a sigmoid once."""
    grads = backward_propagation(parameters, cache, X, Y)
    A1, dZ2 = cache["A1"], cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) * A1 * (1 - A1)
    grads["dW1"] = np.dot(dZ1, X.T) / X.shape[1]
    grads["db1"] = np.sum(dZ1, axis=1, keepdims=True) / X.shape[1]
    return grads


def update_parameters(parameters, grads, learning_rate=1.2):
    return {name: parameters[name] - learning_rate * grads["d" + name] for name in parameters}


def nn_model_step(X, Y, parameters, learning_rate, backward=backward_propagation):
    A2, cache = forward_propagation(X, parameters)
    cost = compute_cost(A2, Y)
    grads = backward(parameters, cache, X, Y)
    return cost, grads, update_parameters(parameters, grads, learning_rate)


class Right(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss, _backward = ("tanh", "sigmoid"), "bce_per_sample", staticmethod(backward_propagation)

    def step(self, net, x, y, lr):
        _, grads, new = nn_model_step(x, y, net, lr, self._backward)
        net.update(new)
        return grads


class ScalarBias(Right):
    activations, loss, _backward = ("tanh", "sigmoid"), "bce_per_sample", staticmethod(backward_without_axis)


class OtherDerivative(Right):
    activations, loss, _backward = ("tanh", "sigmoid"), "bce_per_sample", staticmethod(backward_sigmoid_copied)


EXPECTED = {
    "Right": ("agrees", []),
    "ScalarBias": ("differs", ["bias-gradient-scalar"]),
    "OtherDerivative": ("differs", ["derivative-formula"]),
}
