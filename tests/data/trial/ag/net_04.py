import numpy as np

# digit recognizer with just numpy. 
# swapped the kaggle csv for random 5x3 "digits" so the gist runs anywhere

DIGITS = ["111101101101111", "010110010010111", "111001111100111", "111001011001111",
          "101101111001001", "111100111001111", "111100111101111", "111001001001001",
          "111101111101111", "111101111001111"]

def make_data(n=300, seed=0):
    rng = np.random.RandomState(seed)
    Y = rng.randint(0, 10, n)
    X = np.array([[float(c) for c in DIGITS[y]] for y in Y])
    X = X + rng.randn(n, 15) * 0.2
    return X.T, Y

def init_params(seed=1):
    rng = np.random.RandomState(seed)
    W1 = rng.rand(20, 15) - 0.5
    b1 = rng.rand(20, 1) - 0.5
    W2 = rng.rand(10, 20) - 0.5
    b2 = rng.rand(10, 1) - 0.5
    return W1, b1, W2, b2

def ReLU(Z):
    return np.maximum(Z, 0)

def ReLU_deriv(Z):
    return Z > 0

def softmax(Z):
    e = np.exp(Z - Z.max(axis=0))
    return e / sum(e)

def one_hot(Y):
    one_hot_Y = np.zeros((Y.size, 10))
    one_hot_Y[np.arange(Y.size), Y] = 1
    return one_hot_Y.T

def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1.dot(X) + b1
    A1 = ReLU(Z1)
    Z2 = W2.dot(A1) + b2
    A2 = softmax(Z2)
    return Z1, A1, Z2, A2

def get_loss(A2, Y):
    return -np.mean(np.log(A2[Y, np.arange(Y.size)]))

def backward_prop(Z1, A1, Z2, A2, W1, W2, X, Y):
    m = Y.size
    dZ2 = A2 - one_hot(Y)
    dW2 = 1 / m * dZ2.dot(A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1).reshape(-1, 1)
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

def get_predictions(A2):
    return np.argmax(A2, 0)

def gradient_descent(X, Y, alpha, iterations):
    W1, b1, W2, b2 = init_params()
    for i in range(iterations):
        Z1, A1, Z2, A2 = forward_prop(W1, b1, W2, b2, X)
        dW1, db1, dW2, db2 = backward_prop(Z1, A1, Z2, A2, W1, W2, X, Y)
        W1, b1, W2, b2 = update_params(W1, b1, W2, b2, dW1, db1, dW2, db2, alpha)
        if i % 50 == 0:
            print("Iteration:", i, "loss", get_loss(A2, Y), "acc", np.mean(get_predictions(A2) == Y))
    return W1, b1, W2, b2

if __name__ == "__main__":
    X_train, Y_train = make_data()
    W1, b1, W2, b2 = gradient_descent(X_train, Y_train, 0.10, 301)
