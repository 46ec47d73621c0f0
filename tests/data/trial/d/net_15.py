# multinom.R -> multinom.py
# model: P(class k | x) proportional to exp(x %*% B[, k]), intercept = first column of the design matrix
import numpy as np

np.random.seed(123)
n = 150
p = 3
K = 4

# x <- cbind(1, matrix(rnorm(n * p), n, p))
x = np.column_stack((np.ones(n), np.random.normal(size=(n, p))))
B_true = np.random.normal(size=(p + 1, K))
eta = x @ B_true
# g <- apply(eta + rgumbel, 1, which.max)
g = np.argmax(eta + np.random.gumbel(size=(n, K)), axis=1)
# Y <- model.matrix(~ factor(g) - 1)
Y = (g[:, None] == np.arange(K)[None, :]).astype(float)


def row_softmax(e):
    e = e - e.max(axis=1).reshape(-1, 1)
    return np.exp(e) / np.exp(e).sum(axis=1).reshape(-1, 1)


def penalized_nll(B, x, Y, lam):
    P = row_softmax(x @ B)
    nll = -np.sum(np.log(np.sum(P * Y, axis=1)))
    # intercept row is not penalized
    return nll / x.shape[0] + lam / 2 * np.sum(B[1:, :] ** 2)


def score(B, x, Y, lam):
    P = row_softmax(x @ B)
    s = x.T @ (Y - P) / x.shape[0]
    s[1:, :] = s[1:, :] - lam * B[1:, :]
    return s


def fit(x, Y, lam=0.02, rate=0.5, maxit=200, trace=True):
    B = 0.01 * np.random.normal(size=(x.shape[1], Y.shape[1]))
    for it in range(maxit):
        # uphill on the penalized log-likelihood
        B = B + rate * score(B, x, Y, lam)
        if trace and it % 50 == 0:
            print("iter", it, "value", round(penalized_nll(B, x, Y, lam), 6))
    return B


B_hat = fit(x, Y)
print(np.round(B_hat - B_hat[:, [0]], 3))
print("table agreement:", np.mean(np.argmax(x @ B_hat, axis=1) == g))
