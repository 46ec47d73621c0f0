"""Thermocouple calibration: voltage + cold-junction temperature -> (temperature, sensitivity).

Everything lives in one flat vector theta; functions are pure.
"""
import numpy as np

SHAPES = [(2, 10), (10,), (10, 7), (7,), (7, 2), (2,)]
SIZES = [int(np.prod(s)) for s in SHAPES]
CUTS = np.cumsum(SIZES)[:-1]


def unpack(theta):
    return [p.reshape(s) for p, s in zip(np.split(theta, CUTS), SHAPES)]


def init(rng):
    parts = []
    for s in SHAPES:
        if len(s) == 2:
            parts.append(rng.normal(0.0, 1.0 / np.sqrt(s[0]), s).ravel())
        else:
            parts.append(np.zeros(s))
    return np.concatenate(parts)


def predict(theta, X):
    W1, b1, W2, b2, W3, b3 = unpack(theta)
    return np.tanh(np.tanh(X @ W1 + b1) @ W2 + b2) @ W3 + b3


def cost(theta, X, T):
    R = predict(theta, X) - T
    return 0.5 * np.sum(R * R) / X.shape[0]


def grad(theta, X, T):
    W1, b1, W2, b2, W3, b3 = unpack(theta)
    H1 = np.tanh(X @ W1 + b1)
    H2 = np.tanh(H1 @ W2 + b2)
    R = H2 @ W3 + b3 - T

    D3 = R / X.shape[0]
    D2 = (D3 @ W3.T) * (1.0 - H2 ** 2)
    D1 = (D2 @ W2.T) * (1.0 - H1 ** 2)
    return np.concatenate([
        (X.T @ D1).ravel(), D1.sum(0),
        (H1.T @ D2).ravel(), D2.sum(0),
        (H2.T @ D3).ravel(), D3.sum(0),
    ])


def step(theta, vel, X, T, eta=0.05, mu=0.9):
    vel = mu * vel - eta * grad(theta, X, T)
    return theta + vel, vel


def make_data(n, rng):
    v = rng.uniform(-1, 1, n)
    tc = rng.uniform(-1, 1, n)
    temp = 0.8 * v + 0.15 * v ** 2 - 0.1 * v ** 3 + 0.3 * tc
    sens = 0.8 + 0.3 * v - 0.3 * v ** 2
    X = np.stack([v, tc], axis=1)
    T = np.stack([temp, sens], axis=1) + 0.01 * rng.standard_normal((n, 2))
    return X, T


if __name__ == "__main__":
    rng = np.random.default_rng(4)
    X, T = make_data(200, rng)
    theta = init(rng)
    vel = np.zeros_like(theta)
    for epoch in range(60):
        order = rng.permutation(len(X))
        for k in range(0, len(X), 25):
            i = order[k:k + 25]
            theta, vel = step(theta, vel, X[i], T[i])
        if epoch % 20 == 0:
            print(f"{epoch:4d}  cost {cost(theta, X, T):.6f}")
    print("final", cost(theta, X, T))
