# credit default model: 6 features -> 5 sigmoid units -> default probability
# columns are applicants; cost = cross-entropy + (lam / 2m) * sum of squared weights
import numpy as np

np.random.seed(11)
EPOCHS = 400
alpha = 0.5
lam = 0.8

m = 120
income = np.random.randn(m)
debt = np.random.randn(m)
X = np.vstack([income, debt, np.random.randn(4, m)])
Y = ((1.4 * debt - income + 0.3 * np.random.randn(m)) > 0.2).astype(float).reshape(1, m)


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


W1 = np.random.randn(5, 6) * 0.4
b1 = np.zeros((5, 1))
W2 = np.random.randn(1, 5) * 0.4
b2 = np.zeros((1, 1))

for epoch in range(EPOCHS):
    # forward
    Z1 = np.dot(W1, X) + b1
    A1 = sigmoid(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = sigmoid(Z2)

    ce = -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / m
    penalty = lam / (2 * m) * (np.sum(W1 ** 2) + np.sum(W2 ** 2))
    cost = ce + penalty

    # backward
    dZ2 = A2 - Y
    dW2 = np.dot(dZ2, A1.T) / m + lam * W2
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.dot(W2.T, dZ2) * A1 * (1 - A1)
    dW1 = np.dot(dZ1, X.T) / m + lam * W1
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m

    W1 = W1 - alpha * dW1
    b1 = b1 - alpha * db1
    W2 = W2 - alpha * dW2
    b2 = b2 - alpha * db2

    if epoch % 100 == 0:
        print("epoch", epoch, "cost", round(float(cost), 5))

A2 = sigmoid(np.dot(W2, sigmoid(np.dot(W1, X) + b1)) + b2)
print("accuracy", np.mean((A2 > 0.5) == (Y > 0.5)))
