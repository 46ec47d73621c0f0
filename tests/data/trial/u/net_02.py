"""Surrogate of ln k for a two-step Arrhenius mechanism, softplus network."""
import numpy as np

NI, NH, NO = 3, 9, 1


def softplus(z):
    return np.logaddexp(0.0, z)


def dsoftplus(z):
    return 1.0 / (1.0 + np.exp(-z))


def split(p):
    k = 0
    W1 = p[k:k + NI * NH].reshape(NH, NI); k += NI * NH
    W2 = p[k:k + NH * NO].reshape(NO, NH); k += NH * NO
    b1 = p[k:k + NH]; k += NH
    b2 = p[k:k + NO]
    return W1, W2, b1, b2


def value_and_grad(p, X, y):
    """mean squared error over the n rows of X, and its gradient w.r.t. p"""
    n = len(y)
    W1, W2, b1, b2 = split(p)
    z1 = X @ W1.T + b1
    a1 = softplus(z1)
    yhat = (a1 @ W2.T + b2)[:, 0]
    r = yhat - y
    f = np.mean(r ** 2)

    g2 = (2.0 / n) * r[:, None]
    g1 = (g2 @ W2) * dsoftplus(z1)
    dW2 = g2.T @ a1
    db2 = g2.sum(axis=0)
    dW1 = g1.T @ X
    db1 = g1.sum(axis=0)
    g = np.concatenate((dW1.ravel(), db1, dW2.ravel(), db2))
    return f, g


def descend(p, X, y, lr=0.02, iters=400, report=100):
    for it in range(iters):
        f, g = value_and_grad(p, X, y)
        p = p - lr * g
        if it % report == 0:
            print("iter %4d   mse %.5f" % (it, f))
    return p


def arrhenius(rng, n=120):
    T = rng.uniform(600.0, 1200.0, n)
    P = rng.uniform(0.5, 2.0, n)
    phi = rng.uniform(0.6, 1.4, n)
    lnk1 = 4.0 - 3000.0 / T
    lnk2 = 7.0 - 6500.0 / T + 0.3 * np.log(P)
    y = np.logaddexp(lnk1, lnk2) + 0.2 * (phi - 1) ** 2
    X = np.column_stack([(T - 900.0) / 300.0, P - 1.25, phi - 1.0])
    return X, (y - y.mean()) / y.std()


if __name__ == "__main__":
    rng = np.random.default_rng(11)
    X, y = arrhenius(rng)
    p0 = 0.4 * rng.standard_normal(NI * NH + NH * NO + NH + NO)
    p = descend(p0, X, y)
    print("final mse", value_and_grad(p, X, y)[0])
