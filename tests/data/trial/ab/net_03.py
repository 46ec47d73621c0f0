import numpy as np

# Customer churn model, used by the nightly job.
# Conventions: X is (n_features, m), Y is (1, m)

def initialize_parameters_deep(layer_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l-1]) / np.sqrt(layer_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters

def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))

def relu(Z):
    return np.maximum(0, Z)

def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L):
        A_prev = A
        Z = np.dot(parameters['W' + str(l)], A_prev) + parameters['b' + str(l)]
        A = relu(Z)
        caches.append((A_prev, Z))
    ZL = np.dot(parameters['W' + str(L)], A) + parameters['b' + str(L)]
    caches.append((A, ZL))
    return sigmoid(ZL), caches

def compute_cost(AL, Y, parameters, lambd):
    m = Y.shape[1]
    L = len(parameters) // 2
    cross_entropy = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m
    l2 = 0
    for l in range(1, L + 1):
        l2 += np.sum(np.square(parameters['W' + str(l)]))
    return np.squeeze(cross_entropy + lambd / (2 * m) * l2)

def L_model_backward(AL, Y, caches, parameters, lambd):
    grads = {}
    L = len(caches)
    m = AL.shape[1]
    dZ = AL - Y
    for l in reversed(range(1, L + 1)):
        A_prev, _ = caches[l-1]
        W = parameters['W' + str(l)]
        grads['dW' + str(l)] = 1./m * np.dot(dZ, A_prev.T) + (lambd / m) * W
        grads['db' + str(l)] = 1./m * np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            dA_prev = np.dot(W.T, dZ)
            dZ = np.array(dA_prev, copy=True)
            dZ[caches[l-2][1] <= 0] = 0
    return grads

def update_parameters(parameters, grads, learning_rate):
    L = len(parameters) // 2
    for l in range(1, L + 1):
        parameters['W' + str(l)] = parameters['W' + str(l)] - learning_rate * grads['dW' + str(l)]
        parameters['b' + str(l)] = parameters['b' + str(l)] - learning_rate * grads['db' + str(l)]
    return parameters

def train_churn_model(X, Y, layers_dims, learning_rate=0.3, num_iterations=600, lambd=0.5, print_cost=True):
    parameters = initialize_parameters_deep(layers_dims)
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y, parameters, lambd)
        grads = L_model_backward(AL, Y, caches, parameters, lambd)
        parameters = update_parameters(parameters, grads, learning_rate)
        if print_cost and i % 100 == 0:
            print("Cost after iteration {}: {}".format(i, cost))
    return parameters

def load_customers(m=200):
    np.random.seed(11)
    tenure = np.random.exponential(2.0, m)
    calls = np.random.poisson(2, m)
    bill = np.random.normal(50, 15, m)
    complaints = np.random.poisson(0.5, m)
    s = 0.8 * complaints + 0.3 * calls - 0.9 * tenure + 0.02 * (bill - 50)
    Y = (s + 0.3 * np.random.randn(m) > 0).astype(float).reshape(1, m)
    X = np.vstack([tenure, calls, bill, complaints]).astype(float)
    X = (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True)
    return X, Y

if __name__ == '__main__':
    X, Y = load_customers()
    params = train_churn_model(X, Y, [4, 8, 5, 1])
    AL, _ = L_model_forward(X, params)
    print("accuracy:", np.mean((AL > 0.5) == Y))
