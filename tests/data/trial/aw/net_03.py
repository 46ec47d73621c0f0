import numpy as np

# digits classifier from scratch (fake small "images" so that it runs anywhere)
# X: (features, m)   Y: (m,)

def make_data(m=200, n_features=16, n_classes=4, seed=0):
    rng = np.random.RandomState(seed)
    centers = rng.rand(n_features, n_classes)
    Y = rng.randint(0, n_classes, m)
    X = centers[:, Y] + 0.15 * rng.randn(n_features, m)
    return X, Y

def init_params(n_in=16, n_hidden=10, n_out=4):
    W1 = np.random.rand(n_hidden, n_in) - 0.5
    b1 = np.random.rand(n_hidden, 1) - 0.5
    W2 = np.random.rand(n_out, n_hidden) - 0.5
    b2 = np.random.rand(n_out, 1) - 0.5
    return W1, b1, W2, b2

def ReLU(Z):
    return np.maximum(Z, 0)

def ReLU_deriv(Z):
    return Z > 0

def softmax(Z):
    e = np.exp(Z - Z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)

def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1.dot(X) + b1
    A1 = ReLU(Z1)
    Z2 = W2.dot(A1) + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2

def one_hot(Y, k=4):
    one_hot_Y = np.zeros((Y.size, k))
    one_hot_Y[np.arange(Y.size), Y] = 1
    return one_hot_Y.T

def cross_entropy(A2, Y):
    return -np.mean(np.log(A2[Y, np.arange(Y.size)] + 1e-12))

def backward_prop(Z1, A1, Z2, A2, W1, W2, X, Y):
    m = Y.size
    one_hot_Y = one_hot(Y)
    dZ2 = A2 - one_hot_Y
    dW2 = 1 / m * dZ2.dot(A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = W2.T.dot(dZ2) * ReLU_deriv(Z1)
    dW1 = 1 / m * dZ1.dot(X.T)
    db1 = 1 / m * np.sum(dZ1)
    return dW1, db1, dW2, db2

def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 - alpha * dW1
    b1 = b1 - alpha * db1
    W2 = W2 - alpha * dW2
    b2 = b2 - alpha * db2
    return W1, b1, W2, b2

def get_accuracy(A2, Y):
    return np.sum(np.argmax(A2, 0) == Y) / Y.size

def gradient_descent(X, Y, alpha, iterations):
    W1, b1, W2, b2 = init_params()
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, Z2, A2, W1, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        if i % 50 == 0:
            print("Iteration:", i, "loss", cross_entropy(A2, Y), "acc", get_accuracy(A2, Y))
    return W1, b1, W2, b2

if __name__ == '__main__':
    np.random.seed(42)
    X, Y = make_data()
    gradient_descent(X, Y, 0.2, 301)
