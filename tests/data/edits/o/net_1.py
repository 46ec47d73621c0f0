"""A small MLP regressor in plain NumPy, written in the functional (JAX tutorial) style.

params is a list of (W, b) tuples, nothing is modified in place:
    params = update(params, x, y, lr)
"""
import numpy as np

GELU_C = np.sqrt(2.0 / np.pi)
GELU_K = 0.044715


def gelu(z):
    return 0.5 * z * (1.0 + np.tanh(GELU_C * (z + GELU_K * z ** 3)))


def gelu_grad(z):
    t = np.tanh(GELU_C * (z + GELU_K * z ** 3))
    dinner = GELU_C * (1.0 + 3.0 * GELU_K * z ** 2)
    dt = (1.0 - t ** 2) * dinner
    return 0.5 * (1.0 + t) + 0.5 * z * dt


def init_params(sizes, rng):
    params = []
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(n_in, n_out)) * np.sqrt(1.0 / n_in)
        b = np.zeros(n_out)
        params.append((W, b))
    return params


def forward(params, x):
    """Returns the prediction and what the backward pass needs."""
    zs, acts = [], [x]
    h = x
    for i, (W, b) in enumerate(params):
        z = h @ W + b
        is_last = i == len(params) - 1
        h = z if is_last else gelu(z)
        zs.append(z)
        acts.append(h)
    return h, (zs, acts)


def predict(params, x):
    return forward(params, x)[0]


def loss(params, x, y):
    return np.mean((predict(params, x) - y) ** 2)


def grad(params, x, y):
    """Gradient of loss() with respect to params, same structure as params."""
    pred, (zs, acts) = forward(params, x)
    delta = 2.0 * (pred - y) / y.size
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        W, b = params[i]
        dW = acts[i].T @ delta
        db = np.sum(delta, axis=0)
        grads[i] = (dW, db)
        if i > 0:
            delta = (delta @ W.T) * gelu_grad(zs[i - 1])
    return grads


def update(params, x, y, lr):
    grads = grad(params, x, y)
    return [(W - lr * dW, b - lr * db)
            for (W, b), (dW, db) in zip(params, grads)]


def fit(params, x, y, lr=0.05, epochs=100, batch_size=32, rng=None):
    rng = rng or np.random.default_rng(0)
    n = x.shape[0]
    for epoch in range(epochs):
        order = rng.permutation(n)
        for start in range(0, n, batch_size):
            idx = order[start:start + batch_size]
            params = update(params, x[idx], y[idx], lr)
        if epoch % 20 == 0 or epoch == epochs - 1:
            print(f"epoch {epoch:4d}  mse {loss(params, x, y):.5f}")
    return params


if __name__ == "__main__":
    rng = np.random.default_rng(42)
    X = rng.uniform(-2.0, 2.0, size=(256, 2))
    Y = np.stack([np.sin(X[:, 0]) * X[:, 1], X[:, 0] ** 2 - X[:, 1]], axis=1)
    params = init_params([2, 24, 16, 2], rng)
    print("initial mse", loss(params, X, Y))
    params = fit(params, X, Y, rng=rng)
    print("final mse", loss(params, X, Y))
