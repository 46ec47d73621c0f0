# Digit recognizer, numpy only (kernel) - synthetic digits here so that it runs anywhere
import numpy as np

np.random.seed(2)
protos = np.random.rand(10, 36)
labels = np.random.randint(0, 10, 400)
data = np.clip(protos[labels] + 0.25 * np.random.randn(400, 36), 0, 1)

data_dev, Y_dev = data[:80].T, labels[:80]
X_train, Y_train = data[80:].T, labels[80:]


def init_params():
    W1 = (np.random.rand(20, 36) - 0.5) * 0.5
    b1 = np.random.rand(20, 1) - 0.5
    W2 = (np.random.rand(10, 20) - 0.5) * 0.5
    b2 = np.random.rand(10, 1) - 0.5
    return W1, b1, W2, b2


def ReLU(Z):
    return np.maximum(Z, 0)


def ReLU_deriv(Z):
    return Z > 0


def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / sum(E)


def one_hot(Y):
    out = np.zeros((Y.size, 10))
    out[np.arange(Y.size), Y] = 1
    return out.T


def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1.dot(X) + b1
    A1 = ReLU(Z1)
    Z2 = W2.dot(A1) + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2


def backward_prop(Z1, A1, Z2, A2, W1, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = 1 / m * dZ2.dot(A1.T)
    db2 = 1 / m * np.sum(dZ2)
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


def cross_entropy(A2, Y):
    return -np.mean(np.log(A2[Y, np.arange(Y.size)]))


def get_accuracy(A2, Y):
    return np.sum(np.argmax(A2, 0) == Y) / Y.size


def gradient_descent(X, Y, alpha, iterations):
    W1, b1, W2, b2 = init_params()
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        grads = backward_prop(Z1, A1, Z2, A2, W1, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, *grads, alpha)
        if i % 50 == 0:
            print("Iteration:", i, " loss:", cross_entropy(A2, Y), " acc:", get_accuracy(A2, Y))
    return W1, b1, W2, b2


if __name__ == "__main__":
    W1, b1, W2, b2 = gradient_descent(X_train, Y_train, 0.3, 300)
    print("dev accuracy", get_accuracy(forward_prop(W1, b1, W2, b2, data_dev)[-1], Y_dev))
