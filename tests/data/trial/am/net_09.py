#!/usr/bin/env python3
# Reseau de neurones simple - approximation d'une fonction
import numpy as np


class Reseau:
    def __init__(self, tailles, pas=0.02, graine=0):
        gen = np.random.default_rng(graine)
        self.pas = pas
        self.nb = len(tailles) - 1
        self.poids = []
        self.biais = []
        for entree, sortie in zip(tailles[:-1], tailles[1:]):
            self.poids.append(gen.standard_normal((sortie, entree)) / np.sqrt(entree))
            self.biais.append(np.zeros((sortie, 1)))

    def f(self, z):
        return np.tanh(z)

    def df(self, z):
        return 1.0 / np.cosh(z) ** 2

    def propager(self, x):
        """x : vecteur colonne"""
        self.z = []
        self.a = [x]
        for k in range(self.nb):
            z = self.poids[k] @ self.a[-1] + self.biais[k]
            self.z.append(z)
            # sortie lineaire
            self.a.append(z if k == self.nb - 1 else self.f(z))
        return self.a[-1]

    def cout(self, x, t):
        e = self.propager(x) - t
        return 0.5 * float(np.sum(e * e))

    def retropropager(self, x, t):
        """une descente de gradient pour un exemple"""
        y = self.propager(x)
        delta = y - t
        for k in range(self.nb - 1, -1, -1):
            self.poids[k] -= self.pas * delta @ self.a[k].T
            self.biais[k] -= self.pas * delta
            if k > 0:
                delta = (self.poids[k].T @ delta) * self.df(self.z[k - 1])

    def apprendre(self, exemples, cycles):
        for c in range(cycles):
            total = 0.0
            for x, t in exemples:
                total += self.cout(x, t)
                self.retropropager(x, t)
            if c % 20 == 0:
                print("cycle", c, "cout moyen", total / len(exemples))


if __name__ == "__main__":
    gen = np.random.default_rng(4)
    exemples = []
    for _ in range(50):
        x = gen.uniform(-1, 1, (2, 1))
        t = np.array([[np.sin(3 * x[0, 0])], [x[0, 0] * x[1, 0]]])
        exemples.append((x, t))
    r = Reseau([2, 9, 6, 2])
    r.apprendre(exemples, 81)
