# digits-ish classifier, 2 hidden layers, numpy only
import numpy as np

def init_params(n0=10, n1=12, n2=12, k=4):
    W1 = np.random.randn(n1, n0) * np.sqrt(2. / n0)
    b1 = np.zeros((n1, 1))
    W2 = np.random.randn(n2, n1) * np.sqrt(2. / n1)
    b2 = np.zeros((n2, 1))
    W3 = np.random.randn(k, n2) * np.sqrt(2. / n2)
    b3 = np.zeros((k, 1))
    return W1, b1, W2, b2, W3, b3

def ReLU(Z):
    return np.maximum(Z, 0)

def ReLU_deriv(Z):
    return Z > 0

def softmax(Z):
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)

def forward_prop(W1, b1, W2, b2, W3, b3, X):
    Z1 = W1.dot(X) + b1
    A1 = ReLU(Z1)
    Z2 = W2.dot(Z1) + b2
    A2 = ReLU(Z2)
    Z3 = W3.dot(A2) + b3
    A3 = softmax(Z3)
    return Z1, A1, Z2, A2, Z3, A3

def one_hot(Y, k):
    one_hot_Y = np.zeros((Y.size, k))
    one_hot_Y[np.arange(Y.size), Y] = 1
    return one_hot_Y.T

def cross_entropy(A3, Y):
    return -np.mean(np.log(A3[Y, np.arange(Y.size)]))

def backward_prop(Z1, A1, Z2, A2, A3, W2, W3, X, Y):
    m = Y.size
    dZ3 = A3 - one_hot(Y, A3.shape[0])
    dW3 = 1 / m * dZ3.dot(A2.T)
    db3 = 1 / m * np.sum(dZ3, axis=1, keepdims=True)
    dZ2 = W3.T.dot(dZ3) * ReLU_deriv(Z2)
    dW2 = 1 / m * dZ2.dot(A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = W2.T.dot(dZ2) * ReLU_deriv(Z1)
    dW1 = 1 / m * dZ1.dot(X.T)
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
    return dW1, db1, dW2, db2, dW3, db3

def gradient_descent(X, Y, alpha, iterations):
    params = init_params(n0=X.shape[0], k=int(Y.max()) + 1)
    for i in range(iterations):
        Z1, A1, Z2, A2, Z3, A3 = forward_prop(*params, X)
        grads = backward_prop(Z1, A1, Z2, A2, A3, params[2], params[4], X, Y)
        params = tuple(p - alpha * g for p, g in zip(params, grads))
        if i % 50 == 0:
            acc = np.mean(np.argmax(A3, 0) == Y)
            print("Iteration:", i, "loss", cross_entropy(A3, Y), "acc", acc)
    return params

if __name__ == "__main__":
    np.random.seed(4)
    protos = np.random.randn(10, 4)
    Y = np.random.randint(0, 4, 160)
    X = protos[:, Y] + 0.8 * np.random.randn(10, 160)
    params = gradient_descent(X, Y, 0.1, 300)
