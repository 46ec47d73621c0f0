# Part 4 of the series: momentum, written out for every parameter.
# Two hidden layers of 8 units, one output, mean squared error.
#
#   loss = mean((pred - t)**2)
import numpy as np

np.random.seed(42)

H = 8
W1 = np.random.randn(2, H) * 0.7
b1 = np.zeros(H)
W2 = np.random.randn(H, H) * 0.4
b2 = np.zeros(H)
W3 = np.random.randn(H, 1) * 0.4
b3 = np.zeros(1)

vW1, vb1 = np.zeros_like(W1), np.zeros_like(b1)
vW2, vb2 = np.zeros_like(W2), np.zeros_like(b2)
vW3, vb3 = np.zeros_like(W3), np.zeros_like(b3)

lr = 0.02
mu = 0.9


def relu(z):
    return np.maximum(z, 0)


def predict(x):
    h1 = relu(x @ W1 + b1)
    h2 = relu(h1 @ W2 + b2)
    return h2 @ W3 + b3


def mse(x, t):
    return np.mean((predict(x) - t) ** 2)


def train_on_batch(x, t):
    global W1, b1, W2, b2, W3, b3
    global vW1, vb1, vW2, vb2, vW3, vb3

    # forward
    z1 = x @ W1 + b1
    h1 = relu(z1)
    z2 = h1 @ W2 + b2
    h2 = relu(z2)
    pred = h2 @ W3 + b3
    loss = np.mean((pred - t) ** 2)

    # backward
    d3 = 2 * (pred - t) / len(x)
    dW3 = h2.T @ d3
    db3 = d3.sum(0)
    d2 = (d3 @ W3.T) * (z2 > 0)
    dW2 = h1.T @ d2
    db2 = d2.sum(0)
    d1 = (d2 @ W2.T) * (z1 > 0)
    dW1 = x.T @ d1
    db1 = d1.sum(0)

    # velocities
    vW1 = mu * vW1 - lr * dW1
    vb1 = mu * vb1 - lr * db1
    vW2 = mu * vW2 - lr * dW2
    vb2 = mu * vb1 - lr * db2
    vW3 = mu * vW3 - lr * dW3
    vb3 = mu * vb3 - lr * db3

    # parameters
    W1 = W1 + vW1
    b1 = b1 + vb1
    W2 = W2 + vW2
    b2 = b2 + vb2
    W3 = W3 + vW3
    b3 = b3 + vb3
    return loss


def main():
    x = np.random.uniform(-1, 1, (200, 2))
    t = (x[:, :1] * x[:, 1:]) + 0.3 * x[:, :1]
    for epoch in range(60):
        order = np.random.permutation(len(x))
        for k in range(0, len(x), 25):
            batch = order[k:k + 25]
            train_on_batch(x[batch], t[batch])
        if epoch % 10 == 0:
            print("epoch", epoch, "mse", mse(x, t))


if __name__ == "__main__":
    main()
