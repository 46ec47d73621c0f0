import numpy as np

# digits 3x5 pixels, no tensorflow/keras, just numpy & math

DIGITS = [
    "111101101101111",  # 0
    "010110010010111",  # 1
    "111001111100111",  # 2
    "111001111001111",  # 3
    "101101111001001",  # 4
]

def load_data(copies=12, noise=0.25):
    np.random.seed(0)
    data, labels = [], []
    for d, s in enumerate(DIGITS):
        for _ in range(copies):
            data.append([int(c) for c in s] + noise * np.random.randn(15))
            labels.append(d)
    p = np.random.permutation(len(labels))
    return np.array(data)[p].T, np.array(labels)[p]

def init_params():
    W1 = np.random.rand(10, 15) - 0.5
    b1 = np.random.rand(10, 1) - 0.5
    W2 = np.random.rand(5, 10) - 0.5
    b2 = np.random.rand(5, 1) - 0.5
    return W1, b1, W2, b2

def ReLU(Z):
    return np.maximum(Z, 0)

def ReLU_deriv(Z):
    return Z > 0

def softmax(Z):
    expZ = np.exp(Z - np.max(Z))
    return expZ / np.sum(expZ, axis=1, keepdims=True)

def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1.dot(X) + b1
    A1 = ReLU(Z1)
    Z2 = W2.dot(A1) + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2

def one_hot(Y):
    one_hot_Y = np.zeros((Y.size, len(DIGITS)))
    one_hot_Y[np.arange(Y.size), Y] = 1
    return one_hot_Y.T

def backward_prop(Z1, A1, Z2, A2, W1, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = 1 / m * dZ2.dot(A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = W2.T.dot(dZ2) * ReLU_deriv(Z1)
    dW1 = 1 / m * dZ1.dot(X.T)
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
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
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, Z2, A2, W1, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        if i % 50 == 0:
            print("Iteration:", i, "Loss:", cross_entropy(A2, Y), "Accuracy:", get_accuracy(A2, Y))
    return W1, b1, W2, b2

if __name__ == "__main__":
    X_train, Y_train = load_data()
    W1, b1, W2, b2 = gradient_descent(X_train, Y_train, 0.01, 201)
