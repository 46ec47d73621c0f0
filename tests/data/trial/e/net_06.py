"""
Up/down classifier on lagged returns. Linear score, logistic loss with labels +1/-1,
ridge penalty on the coefficients (not on the intercept).
"""
import numpy as np


def simulate_returns(T=800, phi=0.35, vol=0.01, seed=42):
    rng = np.random.default_rng(seed)
    r = np.zeros(T)
    for t in range(1, T):
        r[t] = phi * r[t - 1] + vol * rng.standard_normal()
    return r


def make_features(ret, lags=5):
    X = np.column_stack([ret[lags - k - 1: len(ret) - k - 1] for k in range(lags)])
    y = np.where(ret[lags:] > 0, 1.0, -1.0)
    X = (X - X.mean(0)) / X.std(0)
    return X, y


def objective(beta, alpha, X, y, lam):
    margin = y * (X @ beta + alpha)
    return np.logaddexp(0.0, -margin).mean() + 0.5 * lam * beta @ beta


def gradient(beta, alpha, X, y, lam):
    margin = y * (X @ beta + alpha)
    coef = -y / (1.0 + np.exp(margin))
    return X.T @ coef / len(y) + lam * beta, coef.mean()


def fit_sgd(X, y, lam=1e-2, lr=0.1, n_epochs=20, batch=64, seed=0):
    rng = np.random.default_rng(seed)
    beta, alpha = np.zeros(X.shape[1]), 0.0
    path = []
    for epoch in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch):
            idx = order[start:start + batch]
            g_beta, g_alpha = gradient(beta, alpha, X[idx], y[idx], lam)
            beta = beta - lr * g_beta
            alpha = alpha - lr * g_alpha
        path.append(objective(beta, alpha, X, y, lam))
    return beta, alpha, path


if __name__ == "__main__":
    ret = simulate_returns()
    X, y = make_features(ret)
    split = int(0.7 * len(y))
    beta, alpha, path = fit_sgd(X[:split], y[:split])
    print("objective:", np.round(path[::5], 5))
    pos = np.sign(X[split:] @ beta + alpha)
    pnl = pos * ret[5:][split:]
    print("hit rate   : %.3f" % (pos == y[split:]).mean())
    print("ann. sharpe: %.2f" % (pnl.mean() / pnl.std() * np.sqrt(252)))
