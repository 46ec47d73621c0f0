"""Deep binary classifier, functional style. X is (n_features, m), Y is (1, m)."""
import numpy as np

ALPHA = 0.01


def sigmoid(Z):
    return 1.0 / (1.0 + np.exp(-Z))


def leaky_relu(Z):
    return np.where(Z > 0, Z, ALPHA * Z)


def leaky_relu_prime(Z):
    return np.where(Z > 0, 1.0, ALPHA)


def init_params(layer_dims, seed=1):
    rng = np.random.default_rng(seed)
    params = {}
    for l in range(1, len(layer_dims)):
        params["W" + str(l)] = rng.standard_normal((layer_dims[l], layer_dims[l - 1])) * np.sqrt(2.0 / layer_dims[l - 1])
        params["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return params


def forward(X, params):
    L = len(params) // 2
    caches = []
    A = X
    for l in range(1, L + 1):
        W, b = params["W" + str(l)], params["b" + str(l)]
        A_prev = A
        Z = np.dot(W, A_prev) + b
        if l < L:
            A = leaky_relu(Z)
        else:
            A = sigmoid(Z)
        caches.append((A_prev, W, Z))
    return A, caches


def compute_cost(AL, Y):
    m = Y.shape[1]
    return float(-np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m)


def backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    m = Y.shape[1]
    dA = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    for l in range(L, 0, -1):
        A_prev, W, Z = caches[l - 1]
        if l == L:
            s = sigmoid(Z)
            dZ = dA * s * (1 - s)
        else:
            dZ = dA * leaky_relu_prime(Z)
        grads["dW" + str(l)] = np.dot(dZ, A_prev.T) / m
        grads["db" + str(l)] = np.sum(dZ, axis=1, keepdims=True) / m
        dA = np.dot(W.T, dZ)
    return grads


def update(params, grads, learning_rate):
    new_params = {}
    for l in range(1, len(params) // 2 + 1):
        new_params["W" + str(l)] = params["W" + str(l)] - learning_rate * grads["dW" + str(l)]
        new_params["b" + str(l)] = params["b" + str(l)] - learning_rate * grads["db" + str(l)]
    return new_params


def train(X, Y, layer_dims, learning_rate=0.5, num_iterations=2000, print_cost=True):
    params = init_params(layer_dims)
    for i in range(num_iterations):
        AL, caches = forward(X, params)
        cost = compute_cost(AL, Y)
        grads = backward(AL, Y, caches)
        params = update(params, grads, learning_rate)
        if print_cost and i % 200 == 0:
            print(f"iteration {i:5d}  cost {cost:.4f}")
    return params


def predict(X, params):
    AL, _ = forward(X, params)
    return (AL > 0.5).astype(int)


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.standard_normal((2, 200))
    Y = (X[0:1] ** 2 + X[1:2] ** 2 > 1.2).astype(float)
    params = train(X, Y, [2, 10, 6, 1])
    print("accuracy", float((predict(X, params) == Y).mean()))
