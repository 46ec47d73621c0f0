# house prices (fake), regression, 2 hidden tanh layers
import numpy as np
rng = np.random.default_rng(8)

N = 90
sqm   = rng.uniform(30, 200, N)
rooms = rng.integers(1, 7, N)
age   = rng.uniform(0, 80, N)
price = 2.1*sqm + 12*rooms - 0.9*age + rng.normal(0, 10, N)

X = np.vstack([sqm, rooms, age])                 # features x samples
X = (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True)
Y = ((price - price.mean()) / price.std()).reshape(1, -1)

n_units = [3, 7, 5, 1]
Ws, bs = [], []
for i in range(3):
    Ws.append(rng.normal(size=(n_units[i+1], n_units[i])) / np.sqrt(n_units[i]))
    bs.append(np.zeros((n_units[i+1], 1)))

def forward(X):
    A = [X]
    for W, b in zip(Ws, bs):
        A.append(np.tanh(W @ A[-1] + b))
    return A

def mse(X, Y):
    return np.mean((forward(X)[-1] - Y)**2)

def step(X, Y, lr):
    n = X.shape[1]
    A = forward(X)
    # linear output, so the error goes straight through
    delta = 2*(A[-1] - Y)/n
    for i in (2, 1, 0):
        dW = delta @ A[i].T
        db = delta.sum(axis=1, keepdims=True)
        if i > 0:
            delta = (Ws[i].T @ delta) * (1 - A[i]**2)
        Ws[i] -= lr*dW
        bs[i] -= lr*db

print('start', mse(X, Y))
for epoch in range(1, 201):
    step(X, Y, 0.05)
    if epoch % 50 == 0:
        print('epoch', epoch, 'mse', mse(X, Y))
