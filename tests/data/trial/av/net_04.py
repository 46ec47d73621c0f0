import numpy as np

def initialize_parameters_deep(layer_dims, seed=5):
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) * np.sqrt(2. / layer_dims[l-1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters

def initialize_velocity(parameters):
    v = {}
    for key in parameters:
        v["d" + key] = np.zeros(parameters[key].shape)
    return v

def leaky(Z):
    return np.where(Z > 0, Z, 0.01 * Z)

def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L + 1):
        A_prev = A
        Z = np.dot(parameters["W" + str(l)], A_prev) + parameters["b" + str(l)]
        if l < L:
            A = leaky(Z)
        else:
            A = 1 / (1 + np.exp(-Z))
        caches.append((A_prev, Z))
    return A, caches

def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m
    return np.squeeze(cost)

def L_model_backward(AL, Y, caches, parameters):
    grads = {}
    L = len(caches)
    m = AL.shape[1]
    dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    A_prev, Z = caches[L - 1]
    dZ = dAL * AL * (1 - AL)
    for l in range(L, 0, -1):
        A_prev, Z = caches[l - 1]
        if l < L:
            dZ = dA * np.where(Z > 0, 1.0, 0.01)
        grads["dW" + str(l)] = 1. / m * np.dot(dZ, A_prev.T)
        grads["db" + str(l)] = 1. / m * np.sum(dZ, axis=1, keepdims=True)
        dA = np.dot(parameters["W" + str(l)].T, dZ)
    return grads

def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    L = len(parameters) // 2
    for l in range(1, L + 1):
        v["dW" + str(l)] = beta * v["dW" + str(l)] + grads["dW" + str(l)]
        v["db" + str(l)] = beta * v["db" + str(l)] + grads["db" + str(l)]
        parameters["W" + str(l)] = parameters["W" + str(l)] - learning_rate * v["dW" + str(l)]
        parameters["b" + str(l)] = parameters["b" + str(l)] - learning_rate * v["db" + str(l)]
    return parameters, v

def model(X, Y, layers_dims, learning_rate=0.05, beta=0.9, num_iterations=500, print_cost=True):
    parameters = initialize_parameters_deep(layers_dims)
    v = initialize_velocity(parameters)
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y)
        grads = L_model_backward(AL, Y, caches, parameters)
        parameters, v = update_parameters_with_momentum(parameters, grads, v, beta, learning_rate)
        if print_cost and i % 100 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    return parameters

if __name__ == "__main__":
    np.random.seed(1)
    X = np.random.randn(2, 200)
    Y = (np.sum(X ** 2, axis=0, keepdims=True) < 1.2).astype(float)
    params = model(X, Y, [2, 10, 8, 5, 1])
    AL, _ = L_model_forward(X, params)
    print("Accuracy: " + str(np.mean((AL > 0.5) == Y)))
