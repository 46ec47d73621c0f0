import numpy as np

def swish(x):
    return x / (1 + np.exp(-x))

def d_swish(x):
    s = 1 / (1 + np.exp(-x))
    return s + x * s * (1 - s)

def softmax(x):
    ex = np.exp(x - x.max(axis=1, keepdims=True))
    return ex / ex.sum(axis=1, keepdims=True)

def initialize_parameters(layer_dims, seed=0):
    rng = np.random.default_rng(seed)
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters['W' + str(l)] = rng.standard_normal((layer_dims[l - 1], layer_dims[l])) / np.sqrt(layer_dims[l - 1])
        parameters['b' + str(l)] = np.zeros((1, layer_dims[l]))
    return parameters

def model_forward(X, parameters):
    cache = {'A0': X}
    L = len(parameters) // 2
    A = X
    for l in range(1, L + 1):
        Z = A @ parameters['W' + str(l)] + parameters['b' + str(l)]
        A = swish(Z)
        cache['Z' + str(l)] = Z
        cache['A' + str(l)] = A
    probs = softmax(A)
    return probs, cache

def compute_cost(probs, Y):
    m = Y.shape[0]
    return -np.sum(Y * np.log(probs)) / m

def model_backward(probs, Y, parameters, cache):
    grads = {}
    m = Y.shape[0]
    L = len(parameters) // 2
    dZ = (probs - Y) / m
    for l in range(L, 0, -1):
        grads['dW' + str(l)] = cache['A' + str(l - 1)].T @ dZ
        grads['db' + str(l)] = dZ.sum(axis=0, keepdims=True)
        if l > 1:
            dA = dZ @ parameters['W' + str(l)].T
            dZ = dA * d_swish(cache['Z' + str(l - 1)])
    return grads

def update_parameters(parameters, grads, learning_rate):
    for key in parameters:
        parameters[key] = parameters[key] - learning_rate * grads['d' + key]
    return parameters

def L_layer_model(X, Y, layer_dims, learning_rate=0.3, num_iterations=300, print_cost=True):
    parameters = initialize_parameters(layer_dims)
    costs = []
    for i in range(num_iterations):
        probs, cache = model_forward(X, parameters)
        cost = compute_cost(probs, Y)
        grads = model_backward(probs, Y, parameters, cache)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 50 == 0:
            costs.append(cost)
            if print_cost:
                print("Cost after iteration {}: {}".format(i, cost))
    return parameters, costs

def make_spirals(points=40, classes=3, seed=1):
    rng = np.random.default_rng(seed)
    X = np.zeros((points * classes, 2))
    Y = np.zeros((points * classes, classes))
    for c in range(classes):
        ix = range(points * c, points * (c + 1))
        r = np.linspace(0.1, 1, points)
        t = np.linspace(c * 4, (c + 1) * 4, points) + rng.standard_normal(points) * 0.15
        X[ix] = np.c_[r * np.sin(t), r * np.cos(t)] * 2
        Y[ix, c] = 1
    return X, Y

if __name__ == "__main__":
    X, Y = make_spirals()
    params, costs = L_layer_model(X, Y, [2, 16, 12, 8, 3])
    probs, _ = model_forward(X, params)
    print("train accuracy", (probs.argmax(1) == Y.argmax(1)).mean())
