"""Ridge-penalised MLP regression with all weights in one flat vector.

    J(theta) = 1/(2N) * sum_n ||f(x_n; theta) - y_n||^2 + lam/2 * sum_l ||W_l||_F^2

Biases are not penalised.
"""
import numpy as np

SIZES = (2, 12, 8, 1)
LAM = 1e-3


def n_params(sizes):
    return sum((m + 1) * n for m, n in zip(sizes[:-1], sizes[1:]))


def unpack(theta, sizes):
    """Views into theta: list of (W, b), W is (fan_in, fan_out)."""
    out, k = [], 0
    for m, n in zip(sizes[:-1], sizes[1:]):
        W = theta[k:k + m * n].reshape(m, n)
        k += m * n
        b = theta[k:k + n]
        k += n
        out.append((W, b))
    return out


def init(sizes, rng):
    theta = np.zeros(n_params(sizes))
    for W, b in unpack(theta, sizes):
        W[...] = rng.normal(0.0, np.sqrt(1.0 / W.shape[0]), W.shape)
    return theta


def forward(theta, X, sizes=SIZES):
    acts = [X]
    layers = unpack(theta, sizes)
    for W, b in layers[:-1]:
        acts.append(np.tanh(acts[-1] @ W + b))
    W, b = layers[-1]
    return acts[-1] @ W + b, acts


def value_and_grad(theta, X, Y, lam=LAM, sizes=SIZES):
    N = len(X)
    F, acts = forward(theta, X, sizes)
    R = F - Y
    layers = unpack(theta, sizes)
    J = 0.5 * np.sum(R * R) / N + 0.5 * lam * sum(np.sum(W * W) for W, _ in layers)

    grad = np.empty_like(theta)
    glayers = unpack(grad, sizes)
    D = R / N
    for l in reversed(range(len(layers))):
        W, _ = layers[l]
        gW, gb = glayers[l]
        gW[...] = acts[l].T @ D + lam * W
        gb[...] = D.sum(0)
        if l:
            D = (D @ W.T) * (1.0 - acts[l] ** 2)
    return J, grad


def sgd(theta, X, Y, lr=0.1, epochs=200, batch=32, seed=0):
    rng = np.random.default_rng(seed)
    for ep in range(epochs):
        perm = rng.permutation(len(X))
        for s in range(0, len(X), batch):
            idx = perm[s:s + batch]
            _, g = value_and_grad(theta, X[idx], Y[idx])
            theta = theta - lr * g
        if ep % 40 == 0:
            print(f"epoch {ep:4d}  J = {value_and_grad(theta, X, Y)[0]:.5f}")
    return theta


if __name__ == "__main__":
    rng = np.random.default_rng(42)
    X = rng.uniform(-2, 2, (256, 2))
    Y = (np.sin(X[:, :1]) * X[:, 1:] + 0.05 * rng.normal(size=(256, 1)))
    theta = sgd(init(SIZES, rng), X, Y)
    F, _ = forward(theta, X)
    print("R2 =", 1 - np.sum((F - Y) ** 2) / np.sum((Y - Y.mean()) ** 2))
