#!/usr/bin/env python3
# Fit einer Kennlinie (Diode + Rauschen) mit einem kleinen Netz.
# Alle Parameter liegen in EINEM Vektor theta, wie bei scipy.optimize ueblich.
# J. Brandt, Messtechnik-Blog, 2019
import numpy as np

N_IN, N_H, N_OUT = 1, 9, 1
O1 = N_H * N_IN            # Ende A
O2 = O1 + N_H              # Ende a0
O3 = O2 + N_OUT * N_H      # Ende B
O4 = O3 + N_OUT            # Ende b0


def zerlegen(theta):
    A = theta[:O1].reshape(N_H, N_IN)
    a0 = theta[O1:O2]
    B = theta[O2:O3].reshape(N_OUT, N_H)
    b0 = theta[O3:O4]
    return A, a0, B, b0


def softplus(u):
    return np.logaddexp(0.0, u)


def modell(theta, x):
    A, a0, B, b0 = zerlegen(theta)
    u = x @ A.T + a0
    return softplus(u) @ B.T + b0


def chi2(theta, x, y, sigma):
    """Guetefunktion: 1/(2N) * Summe ((f - y)/sigma)^2"""
    r = (modell(theta, x) - y) / sigma
    return 0.5 * np.mean(np.sum(r**2, axis=1))


def gradient(theta, x, y, sigma):
    A, a0, B, b0 = zerlegen(theta)
    u = x @ A.T + a0
    s = softplus(u)
    f = s @ B.T + b0
    g_f = (f - y) / sigma**2 / len(x)
    g_B = g_f.T @ s
    g_b0 = g_f.sum(0)
    g_u = (g_f @ B) / (1.0 + np.exp(-u))     # softplus' = logistische Funktion
    g_A = g_u.T @ x
    g_a0 = g_u.sum(0)
    return np.concatenate([g_A.ravel(), g_a0, g_B.ravel(), g_b0])


def main():
    rng = np.random.default_rng(42)
    x = np.linspace(-1, 1, 80)[:, None]
    sigma = 0.2 + 0.1 * np.abs(x)
    y = np.exp(1.5 * x) - 1 + sigma * rng.standard_normal(x.shape)

    theta = 0.5 * rng.standard_normal(O4)
    v = np.zeros_like(theta)
    eta, mu = 2e-3, 0.9
    for k in range(3001):
        v = mu * v - eta * gradient(theta, x, y, sigma)
        theta = theta + v
        if k % 1000 == 0:
            print(f"{k:5d}  chi2/2N = {chi2(theta, x, y, sigma):.5f}")


if __name__ == "__main__":
    main()
