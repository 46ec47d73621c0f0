import numpy as np
np.random.seed(2021)

# house price toy data -> [size, rooms, age]  => price (all scaled)
m = 50
X = np.random.rand(m, 3) * 2 - 1
Y = (0.8 * X[:, 0] + 0.5 * X[:, 1] * X[:, 0] - 0.6 * np.abs(X[:, 2])).reshape(m, 1)

lr = 0.05
beta = 0.9        # momentum
lam = 0.5         # L2
EPOCHS = 400

P = {
    'W1': np.random.randn(3, 7) * 0.6, 'b1': np.random.randn(1, 7) * 0.1,
    'W2': np.random.randn(7, 5) * 0.5, 'b2': np.random.randn(1, 5) * 0.1,
    'W3': np.random.randn(5, 1) * 0.5, 'b3': np.zeros((1, 1)),
}
V = {k: np.zeros_like(v) for k, v in P.items()}

def tanh(x):
    return np.tanh(x)

def tanh_deriv(t):
    return 1 - t ** 2

def forward(X):
    C = {}
    C['Z1'] = X @ P['W1'] + P['b1']
    C['A1'] = tanh(C['Z1'])
    C['Z2'] = C['A1'] @ P['W2'] + P['b2']
    C['A2'] = tanh(C['Z2'])
    C['out'] = C['A2'] @ P['W3'] + P['b3']
    return C

def cost(out, Y):
    # J = 1/2m * sum (out - y)^2  +  lambda/2m * sum ||W||^2
    mse = np.sum((out - Y) ** 2) / (2 * m)
    reg = lam / (2 * m) * sum(np.sum(P[k] ** 2) for k in ('W1', 'W2', 'W3'))
    return mse + reg

def backward(C):
    G = {}
    d3 = (C['out'] - Y) / m
    G['W3'] = C['A2'].T @ d3
    G['b3'] = d3.sum(0, keepdims=True)
    d2 = d3 @ P['W3'].T * tanh_deriv(C['A2'])
    G['W2'] = C['A1'].T @ d2
    G['b2'] = d2.sum(0, keepdims=True)
    d1 = d2 @ P['W2'].T * tanh_deriv(C['Z1'])
    G['W1'] = X.T @ d1
    G['b1'] = d1.sum(0, keepdims=True)
    return G

def update(G):
    for k in P:
        g = G[k]
        if k.startswith('W'):
            g = g + lam * P[k]
        V[k] = beta * V[k] + g
        P[k] = P[k] - lr * V[k]

for ep in range(EPOCHS):
    C = forward(X)
    J = cost(C['out'], Y)
    G = backward(C)
    update(G)
    if ep % 50 == 0:
        print(f'epoch {ep:4d} J = {J:.5f}')
