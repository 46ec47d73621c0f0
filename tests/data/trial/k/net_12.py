import numpy as np

# Deep network to predict tomorrow's temperature from the past week.
# (first version generated, then I changed sizes / data / plotting)


def initialize_parameters(layer_dims, seed=1):
    """
    Arguments:
    layer_dims -- list with the number of units in each layer

    Returns:
    parameters -- dict with W1, b1, ..., WL, bL
    """
    rng = np.random.RandomState(seed)
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = rng.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    # hidden layers: LINEAR -> TANH
    for l in range(1, L):
        A_prev = A
        A = np.tanh(parameters["W" + str(l)] @ A_prev + parameters["b" + str(l)])
        caches.append((A_prev, A))
    # output layer: LINEAR
    AL = parameters["W" + str(L)] @ A + parameters["b" + str(L)]
    caches.append((A, AL))
    return AL, caches


def compute_cost(AL, Y):
    m = Y.shape[1]
    return float(np.sum((AL - Y) ** 2) / (2 * m))


def model_backward(AL, Y, caches, parameters):
    grads = {}
    m = Y.shape[1]
    L = len(caches)
    dZ = AL - Y
    for l in reversed(range(1, L + 1)):
        A_prev, _ = caches[l - 1]
        grads["dW" + str(l)] = (1 / m) * dZ @ A_prev.T
        grads["db" + str(l)] = (1 / m) * np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            dA_prev = parameters["W" + str(l)].T @ dZ
            dZ = dA_prev * (1 - A_prev ** 2)
    return grads


def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(1, L):
        parameters["W" + str(l)] = parameters["W" + str(l)] - learning_rate * grads["dW" + str(l)]
        parameters["b" + str(l)] = parameters["b" + str(l)] - learning_rate * grads["db" + str(l)]
    return parameters


def train(X, Y, layer_dims, learning_rate=0.1, num_iterations=1000, print_cost=True):
    parameters = initialize_parameters(layer_dims)
    costs = []
    for i in range(num_iterations):
        AL, caches = model_forward(X, parameters)
        cost = compute_cost(AL, Y)
        grads = model_backward(AL, Y, caches, parameters)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 100 == 0:
            costs.append(cost)
            if print_cost:
                print("Cost after iteration {}: {:.5f}".format(i, cost))
    return parameters, costs


def load_temperatures(n_days=365, window=7):
    rng = np.random.RandomState(0)
    day = np.arange(n_days)
    temp = 11 + 9 * np.sin(2 * np.pi * (day - 110) / 365) + 3 * np.sin(day / 5.0) + rng.randn(n_days)
    temp = (temp - temp.mean()) / temp.std()
    X = np.stack([temp[i:i + window] for i in range(n_days - window)], axis=1)
    Y = temp[window:].reshape(1, -1)
    return X, Y


if __name__ == "__main__":
    X, Y = load_temperatures()
    split = 300
    parameters, costs = train(X[:, :split], Y[:, :split], [7, 12, 10, 8, 6, 1])
    pred, _ = model_forward(X[:, split:], parameters)
    print("test cost:", compute_cost(pred, Y[:, split:]))
    # plt.plot(costs); plt.show()
