# All weights in one long vector.  One hidden layer of softplus units and a
# single logit, trained with plain gradient descent and an L2 penalty:
#
#   objective(theta) = mean( log(1 + exp(s)) - t*s ) + lam * (|V|^2 + |w|^2)
import numpy as np

D, H = 3, 5
LAM = 0.01
SIZE = H * D + H + H + 1


def unpack(theta):
    i = H * D
    V = theta[:i].reshape(H, D)
    c = theta[i:i + H]
    w = theta[i + H:i + 2 * H]
    b = theta[-1]
    return V, c, w, b


def softplus(u):
    return np.logaddexp(0.0, u)


def logistic(u):
    return 0.5 * (1 + np.tanh(0.5 * u))


def objective(theta, X, t):
    V, c, w, b = unpack(theta)
    s = softplus(X @ V.T + c) @ w + b
    return np.mean(softplus(s) - t * s) + LAM * (np.sum(V ** 2) + np.sum(w ** 2))


def gradient(theta, X, t):
    V, c, w, b = unpack(theta)
    U = X @ V.T + c                       # (n, H)
    A = softplus(U)
    s = A @ w + b                         # (n,)
    r = (logistic(s) - t) / len(t)
    g = np.empty_like(theta)
    gV, gc, gw, _ = unpack(g)             # views into g
    E = np.outer(r, w) * logistic(U)
    gV[:] = E.T @ X + 2 * LAM * V
    gc[:] = E.sum(axis=0)
    gw[:] = r @ A + 2 * LAM * w
    g[-1] = r.sum()
    return g


def descend(theta, X, t, rate=0.5, steps=400, every=100):
    for k in range(steps):
        if k % every == 0:
            print(f"{k:4d}  objective = {objective(theta, X, t):.5f}")
        theta = theta - rate * gradient(theta, X, t)
    return theta


if __name__ == "__main__":
    rng = np.random.default_rng(11)
    X = rng.normal(size=(100, D))
    t = (X[:, 0] * X[:, 1] + X[:, 2] > 0).astype(float)
    theta = descend(rng.normal(size=SIZE) * 0.5, X, t)
    V, c, w, b = unpack(theta)
    guess = (softplus(X @ V.T + c) @ w + b) > 0
    print("train accuracy", np.mean(guess == t))
