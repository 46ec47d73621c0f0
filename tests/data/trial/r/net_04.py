# Digit recognizer: simple NN from scratch, no TF / Keras  (Kaggle kernel)
import numpy as np

rng = np.random.default_rng(42)


def make_digits(per_class=30, n_classes=4, n_pix=16):
    # small stand-in for train.csv: noisy copies of one template per label
    templates = rng.integers(0, 2, size=(n_classes, n_pix)) * 255
    labels = np.repeat(np.arange(n_classes), per_class)
    pixels = np.clip(templates[labels] + rng.normal(0, 60, (labels.size, n_pix)), 0, 255)
    data = np.c_[labels, pixels]
    rng.shuffle(data)
    return data


data = make_digits().T
Y_train = data[0].astype(int)
X_train = data[1:] / 255.
_, m_train = X_train.shape


def init_params():
    W1 = rng.random((12, 16)) - 0.5
    b1 = rng.random((12, 1)) - 0.5
    W2 = rng.random((10, 12)) - 0.5
    b2 = rng.random((10, 1)) - 0.5
    W3 = rng.random((4, 10)) - 0.5
    b3 = rng.random((4, 1)) - 0.5
    return W1, b1, W2, b2, W3, b3


def LeakyReLU(Z):
    return np.where(Z > 0, Z, 0.1 * Z)


def LeakyReLU_deriv(Z):
    return np.where(Z > 0, 1.0, 0.1)


def softmax(Z):
    Z = Z - Z.max(axis=0)
    return np.exp(Z) / sum(np.exp(Z))


def forward_prop(W1, b1, W2, b2, W3, b3, X):
    Z1 = W1.dot(X) + b1
    A1 = LeakyReLU(Z1)
    Z2 = W2.dot(A1) + b2
    A2 = LeakyReLU(Z2)
    Z3 = W3.dot(A2) + b3
    A3 = softmax(Z3)
    return Z1, A1, Z2, A2, Z3, A3


def one_hot(Y):
    one_hot_Y = np.zeros((Y.size, 4))
    one_hot_Y[np.arange(Y.size), Y] = 1
    return one_hot_Y.T


def get_loss(A3, Y):
    return -np.mean(np.log(A3[Y, np.arange(Y.size)]))


def backward_prop(Z1, A1, Z2, A2, Z3, A3, W2, W3, X, Y):
    m = Y.size
    dZ3 = A3 - one_hot(Y)
    dW3 = 1 / m * dZ3.dot(A2.T)
    db3 = 1 / m * np.sum(dZ3, 1, keepdims=True)
    dZ2 = W3.T.dot(dZ3) * LeakyReLU_deriv(Z2)
    dW2 = 1 / m * dZ2.dot(A1.T)
    db2 = 1 / m * np.sum(dZ2, 1, keepdims=True)
    dZ1 = W2.T.dot(dZ2) * LeakyReLU_deriv(Z1)
    dW1 = 1 / m * dZ1.dot(X.T)
    db1 = 1 / m * np.sum(dZ1, 1, keepdims=True)
    return dW1, db1, dW2, db2, dW3, db3


def update_params(params, grads, alpha):
    return tuple(p - alpha * g for p, g in zip(params, grads))


def gradient_descent(X, Y, alpha, iterations):
    params = init_params()
    for i in range(iterations):
        Z1, A1, Z2, A2, Z3, A3 = forward_prop(*params, X)
        grads = backward_prop(Z1, A1, Z2, A2, Z3, A3, params[2], params[4], X, Y)
        params = update_params(params, grads, alpha)
        if i % 50 == 0:
            print("Iteration:", i, "loss", get_loss(A3, Y), "acc", np.mean(np.argmax(A3, 0) == Y))
    return params


params = gradient_descent(X_train, Y_train, 0.10, 300)
