#!/usr/bin/env python
# logit for bearing failures (ridge on the coefficients, not on the intercept)
import numpy as np

rng = np.random.RandomState(8)
n, k = 80, 5
vib = rng.randn(n, k)
true_beta = np.array([1.5, -2.0, 0.0, 0.7, 0.0])
failed = (rng.rand(n) < 1 / (1 + np.exp(-(vib @ true_beta - 0.5)))).astype(int)

beta = np.zeros(k)
beta0 = 0.0
ridge = 0.05
rate = 0.4
n_iter = 500

def prob(V):
    return 1 / (1 + np.exp(-(V @ beta + beta0)))

def penalised_loss():
    p = prob(vib)
    ll = failed * np.log(p) + (1 - failed) * np.log(1 - p)
    return -ll.mean() + ridge * (beta @ beta)

for it in range(n_iter):
    resid = prob(vib) - failed
    g_beta = vib.T @ resid / n + 2 * ridge * beta
    g_beta0 = resid.mean()
    beta = beta - rate * g_beta
    beta0 = beta0 - rate * g_beta0
    if it % 100 == 0:
        print("iter %d  penalised loss %.5f" % (it, penalised_loss()))

print("intercept %.3f" % beta0)
for j in range(k):
    print("  channel %d: %+.3f" % (j, beta[j]))
print("correct: %d / %d" % (((prob(vib) > 0.5) == failed).sum(), n))
