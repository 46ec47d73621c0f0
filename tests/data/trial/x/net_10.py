# Deep(er) learning from scratch: a binary classifier with ELU units.
# Cost: J = -1/m * sum( Y*log(A3) + (1-Y)*log(1-A3) ),  rows are examples.
import numpy as np

ALPHA = 1.0


def elu(z):
    return np.where(z > 0, z, ALPHA * (np.exp(np.minimum(z, 0)) - 1))


def elu_grad(z):
    return np.where(z > 0, 1.0, ALPHA * (np.exp(np.minimum(z, 0)) - 1))


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def init_params(n_x, n_h1, n_h2, seed=2):
    r = np.random.RandomState(seed)
    return {
        "W1": r.randn(n_x, n_h1) * np.sqrt(1.0 / n_x), "b1": np.zeros((1, n_h1)),
        "W2": r.randn(n_h1, n_h2) * np.sqrt(1.0 / n_h1), "b2": np.zeros((1, n_h2)),
        "W3": r.randn(n_h2, 1) * np.sqrt(1.0 / n_h2), "b3": np.zeros((1, 1)),
    }


def forward_prop(X, params):
    cache = {"A0": X}
    cache["Z1"] = np.dot(X, params["W1"]) + params["b1"]
    cache["A1"] = elu(cache["Z1"])
    cache["Z2"] = np.dot(cache["A1"], params["W2"]) + params["b2"]
    cache["A2"] = elu(cache["Z2"])
    cache["Z3"] = np.dot(cache["A2"], params["W3"]) + params["b3"]
    cache["A3"] = sigmoid(cache["Z3"])
    return cache["A3"], cache


def compute_cost(A3, Y):
    m = Y.shape[0]
    return float(-np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m)


def back_prop(Y, params, cache):
    m = Y.shape[0]
    A3 = cache["A3"]
    grads = {}
    dZ3 = (A3 - Y) * A3 * (1 - A3)
    grads["W3"] = np.dot(cache["A2"].T, dZ3) / m
    grads["b3"] = np.sum(dZ3, axis=0, keepdims=True) / m
    dZ2 = np.dot(dZ3, params["W3"].T) * elu_grad(cache["Z2"])
    grads["W2"] = np.dot(cache["A1"].T, dZ2) / m
    grads["b2"] = np.sum(dZ2, axis=0, keepdims=True) / m
    dZ1 = np.dot(dZ2, params["W2"].T) * elu_grad(cache["Z1"])
    grads["W1"] = np.dot(cache["A0"].T, dZ1) / m
    grads["b1"] = np.sum(dZ1, axis=0, keepdims=True) / m
    return grads


def update_params(params, grads, learning_rate):
    return {k: params[k] - learning_rate * grads[k] for k in params}


def model(X, Y, iterations=1500, learning_rate=0.5):
    params = init_params(X.shape[1], 6, 4)
    for i in range(iterations):
        A3, cache = forward_prop(X, params)
        grads = back_prop(Y, params, cache)
        params = update_params(params, grads, learning_rate)
        if i % 300 == 0:
            print("Cost after iteration %i: %f" % (i, compute_cost(A3, Y)))
    return params


if __name__ == "__main__":
    r = np.random.RandomState(0)
    X = r.uniform(-1.5, 1.5, (150, 2))
    Y = ((X ** 2).sum(axis=1, keepdims=True) < 1.2).astype(float)
    params = model(X, Y)
    A3, _ = forward_prop(X, params)
    print("accuracy:", np.mean((A3 > 0.5) == Y))
