# Chapter 4: fitting a curve with a small neural network
# samples are stored in the columns of X
import numpy as np

np.random.seed(4)

# --- data -----------------------------------------------------------
m = 40
X = np.linspace(-2, 2, m).reshape(1, m)
T = np.sin(2 * X) + 0.3 * X

# --- network 1 - 12 - 1 ----------------------------------------------
n_in, n_hid, n_out = 1, 12, 1
W1 = np.random.randn(n_hid, n_in)
B1 = np.zeros((n_hid, 1))
W2 = np.random.randn(n_out, n_hid) / np.sqrt(n_hid)
B2 = np.zeros((n_out, 1))

eta = 0.05
epochs = 2000
history = []

for epoch in range(epochs):
    # forward
    Z1 = np.dot(W1, X) + B1
    A1 = np.tanh(Z1)
    Y = np.dot(W2, A1) + B2

    # mean squared error
    E = Y - T
    mse = np.mean(E ** 2)
    history.append(mse)

    # backward
    dY = 2.0 * E / m
    dW2 = np.dot(dY, A1.T)
    dB2 = np.sum(dY, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dY)
    dZ1 = dA1 * (1 - A1 ** 2)
    dW1 = np.dot(dZ1, X.T)
    dB1 = np.sum(dZ1, axis=1, keepdims=True)

    # update
    W1 = W1 - eta * dW1
    B1 = B1 - eta * dB1
    W2 = W2 - eta * dW2
    B2 = B2 - eta * dB2

    if epoch % 500 == 0:
        print("epoch %5d   mse %.5f" % (epoch, mse))
