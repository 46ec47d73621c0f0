# fit_isotherm.py : smooth surrogate for adsorption data q(p, T)
# all the free parameters live in one vector theta so I can dump it with savetxt
import numpy as np
from numpy import log1p, exp, abs, maximum

NIN, NHID = 2, 10
s1 = slice(0, NIN*NHID)
s2 = slice(s1.stop, s1.stop + NHID)
s3 = slice(s2.stop, s2.stop + NHID)
s4 = slice(s3.stop, s3.stop + 1)

def softplus(u):
    return maximum(u, 0) + log1p(exp(-abs(u)))

def model(theta, x):
    A = theta[s1].reshape(NHID, NIN)
    u = x @ A.T + theta[s2]
    return softplus(u) @ theta[s3] + theta[s4], u

def chi2(theta, x, q, sigma):
    f, _ = model(theta, x)
    return 0.5*np.sum(((f - q)/sigma)**2)

def dchi2(theta, x, q, sigma):
    f, u = model(theta, x)
    r = (f - q)/sigma**2
    g = np.empty_like(theta)
    g[s4] = r.sum()
    g[s3] = softplus(u).T @ r
    back = np.outer(r, theta[s3]) / (1 + exp(-u))
    g[s2] = back.sum(0)
    g[s1] = (back.T @ x).ravel()
    return g

def descend(theta, x, q, sigma, rate=2e-6, heavy=0.9, steps=3000, every=500):
    v = np.zeros_like(theta)
    for n in range(steps):
        v = heavy*v - rate*dchi2(theta, x, q, sigma)
        theta = theta + v
        if every and n % every == 0:
            print('%6d  chi2/N = %.4f' % (n, 2*chi2(theta, x, q, sigma)/len(q)))
    return theta

def measurements(n=150, seed=42):
    rng = np.random.RandomState(seed)
    p = rng.uniform(0, 4, n)
    T = rng.uniform(-1, 1, n)
    K = exp(0.5 - 0.8*T)
    q = 2.0*K*p/(1 + K*p)
    sigma = 0.03 + 0.03*rng.rand(n)
    return np.column_stack([p, T]), q + sigma*rng.randn(n), sigma

if __name__ == '__main__':
    x, q, sigma = measurements()
    theta0 = np.random.RandomState(0).normal(scale=0.5, size=s4.stop)
    theta = descend(theta0, x, q, sigma)
    print('final', 2*chi2(theta, x, q, sigma)/len(q))
