#!/usr/bin/env python3
# STAT 542 HW4 Q2(b)  multinomial logit by gradient descent, ridge penalty
#
# objective:  -(1/n) sum_i log p_{i, y_i}  +  (lambda/2) * sum_{j>=1,k} B_{jk}^2
# (intercept row B_0 is not penalised)
import numpy as np

np.random.seed(542)
n, p, K = 240, 5, 3
g = np.random.choice(K, size=n, p=[.5, .3, .2])
mu = np.random.normal(scale=1.2, size=(K, p))
X = np.hstack([np.ones((n, 1)), mu[g] + np.random.normal(size=(n, p))])
Y = (g[:, None] == np.arange(K)).astype(float)

lam = 0.05
step = 0.5
maxit = 500


def probs(X, B):
    eta = X @ B
    eta -= eta.max(1, keepdims=True)
    e = np.exp(eta)
    return e / e.sum(1, keepdims=True)


def objective(X, Y, B, lam):
    P = probs(X, B)
    nll = -np.sum(Y * np.log(P)) / X.shape[0]
    pen = lam / 2 * np.sum(B[1:, :] ** 2)
    return nll + pen


def gradient(X, Y, B, lam):
    P = probs(X, B)
    return X.T @ (P - Y) / X.shape[0] + lam * B


B = np.zeros((p + 1, K))
B[0] = np.log(Y.mean(0))        # start from the marginal frequencies
trace = [objective(X, Y, B, lam)]
for it in range(maxit):
    B = B - step * gradient(X, Y, B, lam)
    trace.append(objective(X, Y, B, lam))
    if it % 100 == 0:
        print("iter %3d  objective %.6f" % (it, trace[-1]))

print("B =")
print(np.round(B, 3))
conf = np.zeros((K, K), int)
for a, b in zip(g, probs(X, B).argmax(1)):
    conf[a, b] += 1
print("confusion matrix\n", conf)
