# Regression with two hidden layers: tanh, then sigmoid, then a linear output.
# Every row of X is one sample. Parameters live in a dictionary.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def tanh_prime(z):
    return 1 - np.tanh(z) ** 2


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)


def init_params(n_in, h1, h2, n_out, seed=0):
    rng = np.random.default_rng(seed)
    sizes = [n_in, h1, h2, n_out]
    params = {}
    for i in range(1, 4):
        params[f"W{i}"] = rng.normal(0, 1 / np.sqrt(sizes[i - 1]), (sizes[i - 1], sizes[i]))
        params[f"b{i}"] = np.zeros(sizes[i])
    return params


def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    A1 = np.tanh(Z1)
    Z2 = A1 @ params["W2"] + params["b2"]
    A2 = sigmoid(Z2)
    Z3 = A2 @ params["W3"] + params["b3"]
    A3 = Z3
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2, "Z3": Z3, "A3": A3}


def mse(output, Y):
    return np.mean((output - Y) ** 2)


def backward(params, cache, X, Y):
    grads = {}

    # output layer (linear), derivative of the mean squared error
    dZ3 = 2 * (cache["A3"] - Y) / Y.size
    grads["W3"] = cache["A2"].T @ dZ3
    grads["b3"] = np.sum(dZ3, axis=0)

    # second hidden layer
    dA2 = dZ3 @ params["W3"].T
    dZ2 = dA2 * sigmoid_prime(cache["Z2"])
    grads["W2"] = cache["A1"].T @ dZ2
    grads["b2"] = np.sum(dZ2, axis=0)

    # first hidden layer
    dA1 = dZ2 @ params["W2"].T
    dZ1 = dA1 * tanh_prime(cache["Z1"])
    grads["W1"] = X.T @ dZ1
    grads["b1"] = np.sum(dZ1, axis=0)
    return grads


def update(params, grads, lr):
    for name in grads:
        params[name] = params[name] - lr * grads[name]


def train_step(params, X, Y, lr):
    cache = forward(params, X)
    loss = mse(cache["A3"], Y)
    grads = backward(params, cache, X, Y)
    update(params, grads, lr)
    return loss, cache, grads


if __name__ == "__main__":
    X = np.linspace(-3, 3, 60).reshape(-1, 1)
    Y = np.sin(X)
    params = init_params(1, 16, 16, 1)
    for epoch in range(2000):
        loss, _, _ = train_step(params, X, Y, lr=0.1)
        if epoch % 200 == 0:
            print(epoch, loss)
