"""Prevision de la consommation electrique (serie temporelle), reseau ELU a trois couches cachees."""
import numpy as np


def elu(z, alpha=1.0):
    return np.where(z > 0, z, alpha * (np.exp(np.minimum(z, 0)) - 1))


def elu_d(z, alpha=1.0):
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))


def identite(z):
    return z


def un(z):
    return np.ones_like(z)


class Couche:
    def __init__(self, entree, sortie, f, df, alea):
        self.w = alea.normal(0, np.sqrt(1.0 / entree), (entree, sortie))
        self.b = alea.normal(0, 0.3, sortie)
        self.f, self.df = f, df

    def avant(self, x):
        self.x = x
        self.z = x @ self.w
        return self.f(self.z + self.b)

    def arriere(self, g):
        g = g * self.df(self.z)
        self.dw = self.x.T @ g
        self.db = g.sum(axis=0)
        return g @ self.w.T

    def corriger(self, pas):
        self.w -= pas * self.dw
        self.b -= pas * self.db


class Reseau:
    def __init__(self, tailles, alea):
        n = len(tailles) - 1
        self.couches = []
        for k in range(n):
            f, df = (elu, elu_d) if k < n - 1 else (identite, un)
            self.couches.append(Couche(tailles[k], tailles[k + 1], f, df, alea))

    def prevoir(self, x):
        for c in self.couches:
            x = c.avant(x)
        return x

    def cout(self, x, y):
        return np.mean((self.prevoir(x) - y) ** 2)

    def entrainer(self, x, y, pas):
        p = self.prevoir(x)
        g = 2 * (p - y) / y.size
        for c in reversed(self.couches):
            g = c.arriere(g)
        for c in self.couches:
            c.corriger(pas)
        return np.mean((p - y) ** 2)


def fenetres(serie, largeur):
    x = np.array([serie[i:i + largeur] for i in range(len(serie) - largeur)])
    return x, serie[largeur:, None]


if __name__ == "__main__":
    alea = np.random.default_rng(2)
    t = np.arange(300)
    serie = np.sin(2 * np.pi * t / 24) + 0.4 * np.sin(2 * np.pi * t / 168) + 0.05 * alea.normal(size=300)
    x, y = fenetres(serie, 6)
    r = Reseau([6, 10, 8, 6, 1], alea)
    for tour in range(60):
        perm = alea.permutation(len(x))
        for lot in np.array_split(perm, 8):
            r.entrainer(x[lot], y[lot], 0.03)
        if tour % 15 == 0:
            print("tour", tour, "cout", r.cout(x, y))
