# several learning rates, weights drawn anew for each, mini-batches
import numpy as np

N, H = 16, 12
X, T = np.random.randn(64, 3), np.random.randn(64, 2)
etas = (0.01, 0.1)
nsteps = 2000
history = []

for eta in etas:
    W1, W2, best = 0.1 * np.random.randn(3, H), 0.1 * np.random.randn(H, 2), np.inf
    b1, b2 = np.zeros(H), np.zeros(2)
    for n in range(nsteps):
        if n % 2:
            xb, tb = X[:N], T[:N]
        else:
            xb, tb = X[N : 2 * N], T[N : 2 * N]
        h = np.tanh(xb @ W1 + b1)
        d = h @ W2 + b2 - tb
        E = 0.5 * np.sum(d**2) / N
        best = min(best, E)
        history.append(best)
        dh = d @ W2.T * (1 - h * h)
        W2 -= eta * h.T @ d / N
        b2 -= eta * d.sum(0) / N
        W1 -= eta * xb.T @ dh / N
        b1 -= eta * dh.sum(0) / N

print('best', history[1000])
