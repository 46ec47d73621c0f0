# rete neurale con parametri in un unico vettore (come nel corso di ottimizzazione)
# attivazioni: gelu -> tanh -> lineare, senza bias
import numpy as np

FORME = [(3, 7), (7, 5), (5, 2)]
C = np.sqrt(2 / np.pi)


def spacchetta(theta):
    pezzi, k = [], 0
    for r, c in FORME:
        pezzi.append(theta[k:k + r * c].reshape(r, c))
        k += r * c
    return pezzi


def gelu(z):
    return 0.5 * z * (1 + np.tanh(C * (z + 0.044715 * z**3)))


def dgelu(z):
    t = np.tanh(C * (z + 0.044715 * z**3))
    return 0.5 * (1 + t) + 0.5 * z * (1 - t**2) * C * (1 + 3 * 0.044715 * z**2)


def costo_e_gradiente(theta, X, T):
    """errore quadratico medio (media su tutti gli elementi) e suo gradiente"""
    A, B, D = spacchetta(theta)
    u = X @ A
    h = gelu(u)
    k = np.tanh(h @ B)
    P = k @ D
    R = P - T
    costo = (R**2).mean()

    gP = 2 * R / R.size
    gD = k.T @ gP
    gk = gP @ D.T * (1 - k * k)
    gB = h.T @ gk
    gu = gk @ B.T * dgelu(u)
    gA = X.T @ gu
    return costo, np.concatenate([g.ravel() for g in (gA, gB, gD)])


def discesa(theta, X, T, passo=0.1, iterazioni=600, stampa=150):
    storia = []
    for it in range(iterazioni):
        c, g = costo_e_gradiente(theta, X, T)
        theta = theta - passo * g
        storia.append(c)
        if stampa and it % stampa == 0:
            print('it %4d   costo %.6f   |g| %.2e' % (it, c, np.linalg.norm(g)))
    return theta, storia


if __name__ == '__main__':
    gen = np.random.default_rng(2021)
    X = gen.uniform(-1, 1, (80, 3))
    T = np.stack([X[:, 0] * X[:, 1], np.sin(2 * X[:, 2])], axis=1)
    theta0 = gen.normal(0, 0.5, sum(r * c for r, c in FORME))
    theta, storia = discesa(theta0, X, T)
    print('costo finale', storia[-1])
