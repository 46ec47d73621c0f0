# TP Physique L3 : pendule amorti, apprendre theta(t) et omega(t)
# reseau 3 -> 12 -> 10 -> 2, activation GELU (approximation tanh)
import numpy as np

C = np.sqrt(2 / np.pi)


def gelu(x):
    return 0.5 * x * (1 + np.tanh(C * (x + 0.044715 * x**3)))


def gelu_prime(x):
    t = np.tanh(C * (x + 0.044715 * x**3))
    return 0.5 * (1 + t) + 0.5 * x * (1 - t**2) * C * (1 + 0.044715 * x**2)


def initialiser(graine=11):
    r = np.random.RandomState(graine)
    return {
        'poids1': r.randn(12, 3) * 0.6, 'biais1': r.randn(12) * 0.1,
        'poids2': r.randn(10, 12) * 0.4, 'biais2': r.randn(10) * 0.1,
        'poids3': r.randn(2, 10) * 0.4, 'biais3': np.zeros(2),
    }


def reseau(P, x):
    z1 = P['poids1'].dot(x) + P['biais1']
    a1 = gelu(z1)
    z2 = P['poids2'].dot(a1) + P['biais2']
    a2 = gelu(z2)
    return z1, a1, z2, a2, P['poids3'].dot(a2) + P['biais3']


def chi2(P, entrees, mesures):
    # cout = (1/2N) sum_n |sortie_n - mesure_n|^2
    s = 0.
    for x, y in zip(entrees, mesures):
        s += 0.5 * np.sum((reseau(P, x)[-1] - y)**2)
    return s / len(entrees)


def gradient(P, entrees, mesures):
    G = {cle: np.zeros_like(v) for cle, v in P.items()}
    for x, y in zip(entrees, mesures):
        z1, a1, z2, a2, s = reseau(P, x)
        d3 = s - y
        d2 = P['poids3'].T.dot(d3) * gelu_prime(z2)
        d1 = P['poids2'].T.dot(d2) * gelu_prime(z1)
        for k, d, a in ((3, d3, a2), (2, d2, a1), (1, d1, x)):
            G['poids%d' % k] += np.outer(d, a)
            G['biais%d' % k] += d
    for cle in G:
        G[cle] /= len(entrees)
    return G


def simuler(n, graine=0):
    r = np.random.RandomState(graine)
    t, gam, th0 = r.uniform(0, 1, n), r.uniform(0.1, 1, n), r.uniform(-1, 1, n)
    w = np.sqrt(9. - gam**2)
    th = th0 * np.exp(-gam * t) * np.cos(w * t)
    om = -th0 * np.exp(-gam * t) * (gam * np.cos(w * t) + w * np.sin(w * t)) / 3.
    return np.column_stack((t, gam, th0)), np.column_stack((th, om))


if __name__ == '__main__':
    X, Y = simuler(80)
    P = initialiser()
    pas = 0.1
    for it in range(151):
        G = gradient(P, X, Y)
        for cle in P:
            P[cle] -= pas * G[cle]
        if it % 30 == 0:
            print('iteration', it, 'cout =', chi2(P, X, Y))
