# fit of the H2 ground state potential curve with a small NN
# chapter 4 of the thesis, fig 4.3
import numpy as np
# import matplotlib.pyplot as plt

np.random.seed(7)

# --- "ab initio" points (here: Morse) ------------------------------------
De, a_M, re = 4.75, 1.03, 1.40      # eV, 1/bohr, bohr
R = np.linspace(0.8, 6.0, 60)
E = De * (1 - np.exp(-a_M * (R - re)))**2 - De
E = E + 0.01 * np.random.randn(R.size)

Rm, Rs = R.mean(), R.std()
Em, Es = E.mean(), E.std()
x = ((R - Rm) / Rs)[:, None]
t = ((E - Em) / Es)[:, None]
Npts = len(x)

n1, n2 = 10, 8
w1 = np.random.randn(1, n1);             c1 = np.zeros((1, n1))
w2 = np.random.randn(n1, n2) / n1**.5;   c2 = np.zeros((1, n2))
w3 = np.random.randn(n2, 1) / n2**.5;    c3 = np.zeros((1, 1))

eta = 0.05
nsteps = 4000
chi2 = []

for it in range(nsteps):
    # forward
    h1 = np.tanh(x @ w1 + c1)
    h2 = np.tanh(h1 @ w2 + c2)
    V = h2 @ w3 + c3
    res = V - t
    mse = np.mean(res**2)
    chi2.append(mse)

    # backward
    g3 = 2 * res / Npts
    g2 = (g3 @ w3.T) * (1 - h2**2)
    g1 = (g2 @ w2.T) * (1 - h1**2)

    w3 -= eta * h2.T @ g3
    c3 -= eta * g3.sum(0)
    w2 -= eta * h1.T @ g2
    c2 -= eta * g2.sum(0)
    w1 -= eta * x.T @ g1
    c1 -= eta * g1.sum(0)

    if it % 500 == 0:
        print("%5d   MSE = %.6f   (%.4f eV rms)" % (it, mse, np.sqrt(mse) * Es))


def potential(r):
    q = (np.atleast_1d(r)[:, None] - Rm) / Rs
    v = np.tanh(np.tanh(q @ w1 + c1) @ w2 + c2) @ w3 + c3
    return (v * Es + Em).ravel()


print("V(1.4) = ", potential(1.4), " exact ", -De)
# plt.plot(R, E, 'k.'); plt.plot(R, potential(R)); plt.show()
