# House prices toy model - all the weights live in one long vector
import numpy as np

SIZES = [6, 10, 8, 5, 1]
ALPHA = 1.0       # elu
LAMBDA = 1e-2     # L2 penalty on the weights
MU = 0.9


def elu(z):
    return np.where(z > 0, z, ALPHA * (np.exp(np.minimum(z, 0)) - 1))


def elu_prime(z):
    return np.where(z > 0, 1.0, ALPHA * np.exp(np.minimum(z, 0)))


def unroll(nn_params):
    """long vector -> list of (W, b) views"""
    out, pos = [], 0
    for a, b in zip(SIZES[:-1], SIZES[1:]):
        W = nn_params[pos:pos + a * b].reshape(a, b)
        pos += a * b
        bias = nn_params[pos:pos + b]
        pos += b
        out.append((W, bias))
    return out


def random_params(rng):
    parts = []
    for a, b in zip(SIZES[:-1], SIZES[1:]):
        parts.append(rng.normal(0, np.sqrt(1 / a), a * b))
        parts.append(np.zeros(b))
    return np.concatenate(parts)


def feed_forward(nn_params, X):
    zs, hs = [], [X]
    layers = unroll(nn_params)
    for i, (W, bias) in enumerate(layers):
        z = hs[-1].dot(W) + bias
        zs.append(z)
        hs.append(z if i == len(layers) - 1 else elu(z))
    return zs, hs


def cost(nn_params, X, y):
    m = X.shape[0]
    yhat = feed_forward(nn_params, X)[1][-1]
    J = np.sum((yhat - y) ** 2) / (2 * m)
    J += LAMBDA / 2 * sum(np.sum(W ** 2) for W, _ in unroll(nn_params))
    return J


def gradient(nn_params, X, y):
    m = X.shape[0]
    grad = np.zeros_like(nn_params)
    zs, hs = feed_forward(nn_params, X)
    layers, glayers = unroll(nn_params), unroll(grad)
    delta = (hs[-1] - y) / m
    for i in reversed(range(len(layers))):
        gW, gb = glayers[i]
        W = layers[i][0]
        gW[:] = hs[i].T.dot(delta) + LAMBDA * W
        gb[:] = delta.sum(axis=0)
        if i > 0:
            delta = delta.dot(W.T) * elu_prime(zs[i - 1])
    return grad


def train(X, y, lr=0.02, n_iter=300):
    nn_params = random_params(np.random.default_rng(0))
    velocity = np.zeros_like(nn_params)
    for it in range(n_iter):
        if it % 50 == 0:
            print(it, "cost =", cost(nn_params, X, y))
        velocity = MU * velocity - lr * gradient(nn_params, X, y)
        nn_params = nn_params + velocity
    return nn_params


if __name__ == "__main__":
    rng = np.random.default_rng(11)
    X = rng.normal(size=(120, 6))   # area, rooms, age, ... (already standardized)
    y = (1.5 * X[:, :1] - X[:, 1:2] * X[:, 2:3] + 0.3 * rng.normal(size=(120, 1)))
    final = train(X, y)
    print("final cost", cost(final, X, y))
