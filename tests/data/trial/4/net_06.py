# Multinomial logit with ridge penalty, fitted by plain gradient descent.
# (A network with zero hidden layers; I compare it to nnet::multinom in R.)
# Objective:  -1/n * loglik(B) + lambda/2 * sum_{j>0,k} B[j,k]^2      (intercept row not penalised)
import numpy as np

rng = np.random.default_rng(2023)

# three tree species, measured: dbh, height, bark thickness (standardised)
n_per = 25
mu = np.array([[-1.0, 0.2, 0.5],
               [0.8, 0.9, -0.4],
               [0.3, -1.1, 0.1]])
x = np.vstack([mu[k] + 0.8 * rng.standard_normal((n_per, 3)) for k in range(3)])
species = np.repeat(np.arange(3), n_per)

n = x.shape[0]
X = np.c_[np.ones(n), x]                      # model.matrix(~ dbh + height + bark)
Y = (species[:, None] == np.arange(3)) * 1.0   # indicator matrix

lam = 0.05
step = 0.5
maxit = 400

B = 0.01 * rng.standard_normal((X.shape[1], 3))
pen = np.ones_like(B)
pen[0, :] = 0.0


def probs(B, X):
    eta = X @ B
    eta = eta - eta.max(axis=1, keepdims=True)
    e = np.exp(eta)
    return e / e.sum(axis=1, keepdims=True)


def objective(B):
    P = probs(B, X)
    loglik = np.log(P[np.arange(n), species]).sum()
    return -loglik / n + 0.5 * lam * (pen * B ** 2).sum()


trace = []
for it in range(maxit):
    score = X.T @ (Y - probs(B, X))
    B = B + step * (score / n - lam * pen * B)
    trace.append(objective(B))

if trace:
    print("objective, first and last: %.5f %.5f" % (trace[0], trace[-1]))
print("coefficients:")
print(np.round(B, 3))
tab = np.zeros((3, 3), dtype=int)
np.add.at(tab, (species, probs(B, X).argmax(1)), 1)
print("confusion table:")
print(tab)
