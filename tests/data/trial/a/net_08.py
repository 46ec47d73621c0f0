# Simple digit NN from scratch (just numpy + math). Data is (features, examples).
import numpy as np


def init_params(n0, n1, n2):
    W1 = np.random.rand(n1, n0) - 0.5
    b1 = np.random.rand(n1, 1) - 0.5
    W2 = np.random.rand(n2, n1) - 0.5
    b2 = np.random.rand(n2, 1) - 0.5
    return W1, b1, W2, b2


def leaky(Z):
    return np.where(Z > 0, Z, 0.01 * Z)


def leaky_deriv(Z):
    return np.where(Z > 0, 1.0, 0.01)


def softmax(Z):
    Z = Z - Z.max(axis=0)
    return np.exp(Z) / np.exp(Z).sum(axis=0)


def one_hot(Y, k):
    one_hot_Y = np.zeros((Y.size, k))
    one_hot_Y[np.arange(Y.size), Y] = 1
    return one_hot_Y.T


def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1.dot(X) + b1
    A1 = leaky(Z1)
    Z2 = W2.dot(A1) + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2


def cross_entropy(A2, Y):
    return -np.mean(np.log(A2[Y, np.arange(Y.size)]))


def backward_prop(Z1, A1, Z2, A2, W1, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y, A2.shape[0])
    dW2 = 1 / m * dZ2.dot(A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = W2.T.dot(dZ2) * leaky_deriv(Z1)
    dW1 = 1 / m * dZ1.dot(X.T)
    db1 = 1 / m * np.sum(dZ1)
    return dW1, db1, dW2, db2


def update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha):
    W1 = W1 - alpha * dW1
    b1 = b1 - alpha * db1
    W2 = W2 - alpha * dW2
    b2 = b2 - alpha * db2
    return W1, b1, W2, b2


def gradient_descent(X, Y, alpha, iterations, hidden=10):
    W1, b1, W2, b2 = init_params(X.shape[0], hidden, Y.max() + 1)
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, Z2, A2, W1, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        if i % 50 == 0:
            print("Iteration:", i, "loss:", cross_entropy(A2, Y),
                  "accuracy:", np.mean(A2.argmax(0) == Y))
    return W1, b1, W2, b2


if __name__ == "__main__":
    np.random.seed(5)
    protos = np.random.rand(4, 9)
    Y_train = np.random.randint(0, 4, 240)
    X_train = (protos[Y_train] + 0.2 * np.random.randn(240, 9)).T
    gradient_descent(X_train, Y_train, 0.3, 300)
