# fit of a Morse-like pair potential with a small neural network
# no bias units: constant 1 is the second input column
from numpy import *
from numpy.random import seed, randn

seed(12)

# "data" from the potential
De, a, re = 1.0, 1.3, 1.5
r = linspace(0.9, 4.0, 60)
V = De*(1 - exp(-a*(r - re)))**2 - De
V = V + 0.01*randn(60)

X = stack([(r - r.mean())/r.std(), ones(60)], axis=1)     # 60 x 2
T = V[:, None]                                            # 60 x 1

nh = 15
A = randn(2, nh)
B = 0.3*randn(nh, 1)

eta = 2e-4
mu = 0.9
vA = zeros_like(A)
vB = zeros_like(B)

nsteps = 2000
chi2 = []
for n in range(nsteps):
    # forward
    u = X @ A
    s = logaddexp(0, u)          # softplus
    f = s @ B
    res = f - T
    chi2.append(0.5*sum(res**2))

    # gradient
    gB = s.T @ res
    gA = X.T @ ((res @ B.T)/(1 + exp(-u)))

    # heavy ball
    vA = mu*vA - eta*gA
    vB = mu*vB - eta*gB
    A = A + vA
    B = B + vB

    if n % 400 == 0:
        print(n, chi2[-1])

print('rms residual', sqrt(2*chi2[-1]/60) if chi2 else None)
print('minimum of fitted V at r =', r[argmin((logaddexp(0, X @ A) @ B)[:, 0])])
