### Binary choice (labour force participation), ridge-penalised logit by batch gradient
### replicates table A.2, column 3
import numpy as np
from numpy import exp, log, dot

def make_sample(n=400, seed=1987):
    r = np.random.default_rng(seed)
    educ = r.normal(12.3, 2.3, n)
    age = r.normal(42.5, 8.0, n)
    kids5 = r.poisson(.24, n)
    lwinc = r.normal(20.0, 11.0, n)
    xb = -1.2 + .22*educ - .035*age - 1.3*kids5 - .02*lwinc + r.logistic(size=n)*1.0
    inlf = (xb > -.6).astype(float)
    Z = np.column_stack([educ, age, kids5, lwinc])
    Z = (Z - Z.mean(0))/Z.std(0)
    return np.column_stack([np.ones(n), Z]), inlf

def loglik(beta, X, y):
    xb = dot(X, beta)
    # y*log(F) + (1-y)*log(1-F), stable
    return (y*xb - np.logaddexp(0, xb)).sum()

def criterion(beta, X, y, kappa):
    """ -1/n * lnL  +  kappa/2 * ||beta_slopes||^2  (constant not penalised) """
    return -loglik(beta, X, y)/len(y) + .5*kappa*(beta[1:]**2).sum()

def score(beta, X, y):
    p = 1/(1 + exp(-dot(X, beta)))
    return dot(X.T, y - p)

def ascend(X, y, kappa=.01, step=.5, maxit=500, tol=1e-9, beta=None, trace=100):
    n, k = X.shape
    if beta is None:
        beta = np.zeros(k)
    crit0 = criterion(beta, X, y, kappa)
    for it in range(1, maxit + 1):
        s = score(beta, X, y)/n
        s[1:] -= kappa*beta[1:]
        beta = beta + step*s
        crit = criterion(beta, X, y, kappa)
        if trace and it % trace == 0:
            print('it %4d  criterion % .8f  |s| %.2e' % (it, crit, abs(s).max()))
        if abs(crit0 - crit) < tol:
            break
        crit0 = crit
    return beta, crit

if __name__ == '__main__':
    X, y = make_sample()
    b, c = ascend(X, y)
    for nm, v in zip(['const', 'educ', 'age', 'kidslt6', 'nwifeinc'], b):
        print('%-10s % .4f' % (nm, v))
    print('lnL  ', loglik(b, X, y), ' hit rate', ((dot(X, b) > 0) == y).mean())
