"""
keras model -> plain numpy

model = Sequential([
    Dense(8, activation='elu', input_shape=(2,)),
    Dense(8, activation='elu'),
    Dense(1),
])
model.compile(optimizer=SGD(learning_rate=0.02, momentum=0.9), loss='mse')
"""
import numpy as np


def glorot_uniform(fan_in, fan_out, rng):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-limit, limit, size=(fan_in, fan_out))


def elu(x, alpha=1.0):
    return np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0)) - 1))


def build(units=(2, 8, 8, 1), seed=0):
    rng = np.random.default_rng(seed)
    weights = []
    for fan_in, fan_out in zip(units[:-1], units[1:]):
        weights.append(glorot_uniform(fan_in, fan_out, rng))   # kernel
        weights.append(np.zeros(fan_out))                      # bias
    return weights


def call(weights, x):
    k1, b1, k2, b2, k3, b3 = weights
    h1 = elu(x @ k1 + b1)
    h2 = elu(h1 @ k2 + b2)
    return h1, h2, h2 @ k3 + b3


def mse(y_true, y_pred):
    return np.mean(np.square(y_pred - y_true))


def gradients(weights, x, y_true):
    k1, b1, k2, b2, k3, b3 = weights
    h1, h2, y_pred = call(weights, x)
    g = 2 * (y_pred - y_true) / y_true.size
    gk3, gb3 = h2.T @ g, g.sum(0)
    g = (g @ k3.T) * np.where(h2 > 0, 1.0, h2 + 1.0)
    gk2, gb2 = h1.T @ g, g.sum(0)
    g = (g @ k2.T) * np.where(h1 > 0, 1.0, h1 + 1.0)
    gk1, gb1 = x.T @ g, g.sum(0)
    return [gk1, gb1, gk2, gb2, gk3, gb3]


def train_on_batch(weights, moments, x, y, learning_rate=0.02, momentum=0.9):
    grads = gradients(weights, x, y)
    for w, g, m in zip(weights, grads, moments):
        m = momentum * m - learning_rate * g
        w += m
    return mse(y, call(weights, x)[-1])


def fit(weights, x, y, epochs=20, batch_size=32, verbose=1):
    moments = [np.zeros_like(w) for w in weights]
    rng = np.random.default_rng(1)
    for epoch in range(epochs):
        idx = rng.permutation(len(x))
        losses = []
        for s in range(0, len(x), batch_size):
            b = idx[s:s + batch_size]
            losses.append(train_on_batch(weights, moments, x[b], y[b]))
        if verbose and epoch % 5 == 0:
            print(f"Epoch {epoch + 1}/{epochs} - loss: {np.mean(losses):.4f}")


if __name__ == "__main__":
    rng = np.random.default_rng(2)
    x = rng.uniform(-2, 2, (256, 2))
    y = (x[:, :1] ** 2 - x[:, 1:]) * 0.5
    weights = build()
    fit(weights, x, y)
    print("final mse", mse(y, call(weights, x)[-1]))
