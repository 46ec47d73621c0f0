# lab7.py -- was lab7.m.  deep autoencoder, student version (4 hidden layers, no thresholds)
# patterns are columns.   E = 0.5*sum(sum((O-P).^2))
from numpy import *
random.seed(77)

nepoch = 300
lr = 0.002
mom = 0.8

# --- patterns: 6 channels driven by 2 hidden factors
s = random.uniform(-1, 1, (2, 40))
M = random.randn(6, 2)
P = M @ s + 0.05*random.randn(6, 40)

# --- weights
V1 = random.randn(5, 6)*0.4
V2 = random.randn(4, 5)*0.4
V3 = random.randn(2, 4)*0.6
V4 = random.randn(5, 2)*0.6
V5 = random.randn(6, 5)*0.4
d1 = 0*V1; d2 = 0*V2; d3 = 0*V3; d4 = 0*V4; d5 = 0*V5

f = tanh
lk = 0.1
g = lambda a: where(a > 0, a, lk*a)
gp = lambda a: where(a > 0, 1.0, lk)

err = []
for ep in range(nepoch):
    # forward
    H1 = f(V1 @ P)
    A2 = V2 @ H1
    H2 = g(A2)
    H3 = f(V3 @ H2)
    A4 = V4 @ H3
    H4 = g(A4)
    O = V5 @ H4
    E = 0.5*sum(sum((O-P)**2))
    err.append(E)

    # backward
    e5 = P - O
    e4 = (V5.T @ e5)*gp(A4)
    e3 = (V4.T @ e4)*(1-H3**2)
    e2 = (V3.T @ e3)*gp(A2)
    e1 = (V2.T @ e2)*(1-H1*H1)

    # momentum
    d5 = lr*(e5 @ H4.T) + mom*d5
    d4 = lr*(e4 @ H3.T) + mom*d4
    d3 = lr*(e3 @ H2.T) + mom*d3
    d2 = lr*(e2 @ H1.T) + mom*d2
    d1 = lr*(e1 @ P.T) + mom*d1
    V5 = V5 + d5; V4 = V4 + d4; V3 = V3 + d3; V2 = V2 + d2; V1 = V1 + d1

    if ep % 50 == 0:
        print('epoch', ep, ' E =', round(float(E), 4))

print('final E', round(float(err[-1]), 4))
