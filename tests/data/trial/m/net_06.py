import numpy as np

# One-step-ahead nonlinear predictor, tapped delay line -> SiLU -> linear combiner.
# Adapted online, sample by sample (like LMS).  J(n) = e(n)^2 / 2


def sigma(u):
    return 1.0 / (1.0 + np.exp(-u))


class NonlinearPredictor:
    def __init__(self, taps, units, mu):
        g = np.random.RandomState(42)
        self.mu = mu
        self.M = taps
        self.A = g.randn(units, taps) / np.sqrt(taps)
        self.a0 = np.zeros(units)
        self.v = g.randn(units) / np.sqrt(units)
        self.v0 = 0.0

    def filt(self, x):
        u = self.A.dot(x) + self.a0
        s = sigma(u)
        return self.v.dot(u * s) + self.v0, u, s

    def adapt(self, x, d):
        y, u, s = self.filt(x)
        e = d - y
        dphi = s * (1.0 + u * (1.0 - s))
        grad_u = -e * self.v * dphi
        self.v = self.v + self.mu * e * u * s
        self.v0 = self.v0 + self.mu * e
        self.A = self.A - self.mu * np.outer(grad_u, x)
        self.a0 = self.a0 - self.mu * grad_u
        return e


def mackey_glass(n, tau=17, beta=.2, gamma=.1, x0=1.2):
    s = np.full(n + tau + 100, x0)
    for k in range(tau, len(s) - 1):
        s[k + 1] = s[k] + beta * s[k - tau] / (1 + s[k - tau] ** 10) - gamma * s[k]
    return s[-n:]


if __name__ == '__main__':
    sig = mackey_glass(1500)
    sig = sig - sig.mean()
    f = NonlinearPredictor(taps=6, units=8, mu=0.05)
    err = np.zeros(len(sig))
    for sweep in range(3):
        for n in range(f.M, len(sig)):
            x = sig[n - f.M:n][::-1]
            err[n] = f.adapt(x, sig[n])
        J = 0.5 * np.mean(err[f.M:] ** 2)
        print('sweep %d   J = %.3e   (%.1f dB re signal)' % (
            sweep, J, 10 * np.log10(np.var(err[f.M:]) / np.var(sig))))
