# STAT 5401 -- Homework 6, Q2: ridge-penalised logistic regression
# minimise   -1/n * loglik(beta0, beta) + lambda/2 * ||beta||^2     (intercept not penalised)
import numpy as np

np.random.seed(5401)

# ---- simulate data ---------------------------------------------------------
n = 200
p = 5
X = np.random.normal(size=(n, p))
true_beta = np.array([1.5, -2.0, 0.0, 0.5, 0.0])
prob = 1 / (1 + np.exp(-(0.3 + X @ true_beta)))
y = np.random.binomial(1, prob)

# standardise the covariates
X = (X - X.mean(axis=0)) / X.std(axis=0, ddof=1)

lam = 0.1


def expit(eta):
    return 1 / (1 + np.exp(-eta))


def objective(beta0, beta, X, y):
    eta = beta0 + X @ beta
    loglik = np.sum(y * eta - np.log1p(np.exp(eta)))
    return -loglik / len(y) + lam / 2 * np.sum(beta ** 2)


def score(beta0, beta, X, y):
    """gradient of the objective"""
    n_obs = len(y)
    resid = expit(beta0 + X @ beta) - y
    g0 = resid.mean()
    g = (X.T @ resid + lam * beta) / n_obs
    return g0, g


# ---- gradient descent ------------------------------------------------------
beta0_hat = 0.0
beta_hat = np.zeros(p)
step_size = 0.5
history = []

for iteration in range(300):
    g0, g = score(beta0_hat, beta_hat, X, y)
    beta0_hat -= step_size * g0
    beta_hat = beta_hat - step_size * g
    history.append(objective(beta0_hat, beta_hat, X, y))
    if (iteration + 1) % 50 == 0:
        print("iter", iteration + 1, "objective", round(history[-1], 5))

print("intercept:", round(beta0_hat, 3))
for j in range(p):
    print("beta[%d]: est %6.3f   true %6.3f" % (j + 1, beta_hat[j], true_beta[j]))

fitted = expit(beta0_hat + X @ beta_hat)
print("confusion table:")
for a in (0, 1):
    print([int(np.sum((y == a) & ((fitted > 0.5) == b))) for b in (0, 1)])
