"""Multinomial logistic regression on three blobs (bias absorbed in the weight matrix)."""
import numpy as np

rng = np.random.default_rng(42)


def blobs(n_per=60):
    centers = np.array([[0.0, 2.0], [-2.0, -1.0], [2.0, -1.0]])
    X = np.concatenate([c + rng.normal(size=(n_per, 2)) for c in centers])
    t = np.repeat(np.arange(3), n_per)
    return X, t


def add_ones(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def log_softmax(scores):
    shifted = scores - scores.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def nll(theta, Xb, t):
    return -log_softmax(Xb @ theta)[np.arange(len(t)), t].mean()


def nll_grad(theta, Xb, t):
    g = np.exp(log_softmax(Xb @ theta))
    g[np.arange(len(t)), t] -= 1.0
    return Xb.T @ g / len(t)


def fit(X, t, n_classes, eta=0.05, mu=0.9, epochs=20, batch=16):
    Xb = add_ones(X)
    theta = np.zeros((Xb.shape[1], n_classes))
    vel = np.zeros_like(theta)
    for ep in range(epochs):
        order = rng.permutation(len(t))
        for s in range(0, len(t), batch):
            idx = order[s:s + batch]
            vel = mu * vel + nll_grad(theta, Xb[idx], t[idx])
            theta -= eta * vel
        if ep % 5 == 0:
            print(f"epoch {ep:3d}  nll {nll(theta, Xb, t):.4f}")
    return theta


if __name__ == "__main__":
    X, t = blobs()
    theta = fit(X, t, 3)
    pred = (add_ones(X) @ theta).argmax(axis=1)
    print("train accuracy", (pred == t).mean())
