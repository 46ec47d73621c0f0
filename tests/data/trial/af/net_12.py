# PHYS 427 problem set 5: fit a potential V(q) with a bias-free softplus net, one data point per step
# chi2 per point = (V_net(q) - V)^2, with weight decay term  (kappa/2) sum theta^2  added at each step
import numpy as np

kappa = 1e-4
gamma = 0.01   # step size


def splus(u):
    return np.logaddexp(0., u)


def dsplus(u):
    return 0.5*(1 + np.tanh(0.5*u))


def net(theta, q):
    A, B, c = theta
    u = np.einsum('ij,j->i', A, q)
    h = splus(u)
    v = np.einsum('ij,j->i', B, h)
    k = splus(v)
    return np.einsum('i,i->', c, k), (u, h, v, k)


def chi2_point(theta, q, V):
    out, _ = net(theta, q)
    return (out - V)**2 + 0.5*kappa*sum(np.sum(p**2) for p in theta)


def gradient(theta, q, V):
    A, B, c = theta
    out, (u, h, v, k) = net(theta, q)
    r = 2*(out - V)
    dc = r*k
    dv = r*c*dsplus(v)
    dB = np.einsum('i,j->ij', dv, h)
    du = np.einsum('ij,i->j', B, dv)*dsplus(u)
    dA = np.einsum('i,j->ij', du, q)
    return dA + kappa*A, dB + kappa*B, dc + kappa*c


rs = np.random.RandomState(427)
Q = rs.uniform(-1, 1, (40, 2))
V = 0.5*Q[:, 0]**2 + 0.25*Q[:, 1]**4 + 0.1*Q[:, 0]
theta = (rs.randn(6, 2), 0.4*rs.randn(5, 6), 0.4*rs.randn(5))

sweeps = 100
for sweep in range(sweeps):
    for n in range(len(Q)):
        g = gradient(theta, Q[n], V[n])
        theta = tuple(p - gamma*dp for p, dp in zip(theta, g))
    if sweep % 20 == 0:
        print('sweep', sweep, 'mean chi2', np.mean([chi2_point(theta, q, val) for q, val in zip(Q, V)]))
