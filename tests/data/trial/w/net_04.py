import numpy as np

NN_ARCHITECTURE = [
    {"input_dim": 2, "output_dim": 10, "activation": "relu"},
    {"input_dim": 10, "output_dim": 8, "activation": "sigmoid"},
    {"input_dim": 8, "output_dim": 1, "activation": "sigmoid"},
]


def init_layers(nn_architecture, seed=99):
    np.random.seed(seed)
    params_values = {}
    for idx, layer in enumerate(nn_architecture):
        layer_idx = idx + 1
        params_values['W' + str(layer_idx)] = np.random.randn(layer["output_dim"], layer["input_dim"]) * 0.6
        params_values['b' + str(layer_idx)] = np.random.randn(layer["output_dim"], 1) * 0.1
    return params_values


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def relu(Z):
    return np.maximum(0, Z)


def sigmoid_backward(dA, Z):
    sig = sigmoid(Z)
    return dA * sig * (1 - sig)


def relu_backward(dA, Z):
    dZ = np.array(dA, copy=True)
    dZ[Z <= 0] = 0
    return dZ


FORWARD = {"relu": relu, "sigmoid": sigmoid}
BACKWARD = {"relu": relu_backward, "sigmoid": sigmoid_backward}


def full_forward_propagation(X, params_values, nn_architecture):
    memory = {"A0": X}
    A_curr = X
    for idx, layer in enumerate(nn_architecture):
        i = str(idx + 1)
        Z_curr = np.dot(params_values["W" + i], A_curr) + params_values["b" + i]
        A_curr = FORWARD[layer["activation"]](Z_curr)
        memory["Z" + i] = Z_curr
        memory["A" + i] = A_curr
    return A_curr, memory


def get_cost_value(Y_hat, Y):
    m = Y_hat.shape[1]
    cost = -1 / m * (np.dot(Y, np.log(Y_hat).T) + np.dot(1 - Y, np.log(1 - Y_hat).T))
    return np.squeeze(cost)


def full_backward_propagation(Y_hat, Y, memory, params_values, nn_architecture):
    grads_values = {}
    m = Y.shape[1]
    Y = Y.reshape(Y_hat.shape)
    dA_prev = - (np.divide(Y, Y_hat) - np.divide(1 - Y, 1 - Y_hat))
    for idx, layer in reversed(list(enumerate(nn_architecture))):
        i = str(idx + 1)
        dA_curr = dA_prev
        A_prev = memory["A" + str(idx)]
        dZ_curr = BACKWARD[layer["activation"]](dA_curr, memory["A" + i])
        grads_values["dW" + i] = np.dot(dZ_curr, A_prev.T) / m
        grads_values["db" + i] = np.sum(dZ_curr, axis=1, keepdims=True) / m
        dA_prev = np.dot(params_values["W" + i].T, dZ_curr)
    return grads_values


def update(params_values, grads_values, nn_architecture, learning_rate):
    for i in range(1, len(nn_architecture) + 1):
        params_values["W" + str(i)] -= learning_rate * grads_values["dW" + str(i)]
        params_values["b" + str(i)] -= learning_rate * grads_values["db" + str(i)]
    return params_values


def train(X, Y, nn_architecture, epochs, learning_rate, verbose=True):
    params_values = init_layers(nn_architecture, 2)
    cost_history = []
    for i in range(epochs):
        Y_hat, cache = full_forward_propagation(X, params_values, nn_architecture)
        cost = get_cost_value(Y_hat, Y)
        cost_history.append(cost)
        grads_values = full_backward_propagation(Y_hat, Y, cache, params_values, nn_architecture)
        params_values = update(params_values, grads_values, nn_architecture, learning_rate)
        if verbose and i % 200 == 0:
            acc = ((Y_hat > 0.5) == Y).mean()
            print("Iteration: {:05} - cost: {:.5f} - accuracy: {:.5f}".format(i, cost, acc))
    return params_values


if __name__ == "__main__":
    rs = np.random.RandomState(0)
    t = rs.rand(200) * np.pi
    lab = rs.randint(0, 2, 200)
    moons = np.where(lab, [1 - np.cos(t), 0.5 - np.sin(t)], [np.cos(t), np.sin(t)])
    moons = moons + rs.randn(2, 200) * 0.1
    train(moons, lab.reshape(1, -1), NN_ARCHITECTURE, 1000, 0.05)
