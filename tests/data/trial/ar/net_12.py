# -*- coding: utf-8 -*-
# Réseau de neurones : régression, 2 couches cachées (leaky ReLU)
# coût = moyenne( (sortie - cible)^2 ) + (decroissance/2) * somme des poids^2
import numpy as np

PENTE = 0.2


def fuite(z):
    return np.where(z > 0, z, PENTE * z)


def d_fuite(z):
    return (z > 0).astype(float)


class Reseau:
    def __init__(self, entree, c1, c2, sortie, pas=0.02, inertie=0.9, decroissance=0.001):
        self.P1 = np.random.randn(entree, c1) * np.sqrt(2 / entree)
        self.P2 = np.random.randn(c1, c2) * np.sqrt(2 / c1)
        self.P3 = np.random.randn(c2, sortie) * np.sqrt(2 / c2)
        self.s1 = np.zeros(c1)
        self.s2 = np.zeros(c2)
        self.s3 = np.zeros(sortie)
        self.pas = pas
        self.inertie = inertie
        self.decroissance = decroissance
        self.vitesse = {n: np.zeros_like(getattr(self, n)) for n in ("P1", "P2", "P3", "s1", "s2", "s3")}

    def propager(self, X):
        self.X = X
        self.z1 = X @ self.P1 + self.s1
        self.h1 = fuite(self.z1)
        self.z2 = self.h1 @ self.P2 + self.s2
        self.h2 = fuite(self.z2)
        return self.h2 @ self.P3 + self.s3

    def cout(self, X, Y):
        poids = sum(np.sum(P ** 2) for P in (self.P1, self.P2, self.P3))
        return np.mean((self.propager(X) - Y) ** 2) + 0.5 * self.decroissance * poids

    def retropropager(self, sortie, Y):
        g = {}
        e3 = 2 * (sortie - Y) / Y.size
        g["P3"] = self.h2.T @ e3
        g["s3"] = e3.sum(axis=0)
        e2 = (e3 @ self.P3.T) * d_fuite(self.z2)
        g["P2"] = self.h1.T @ e2
        g["s2"] = e2.sum(axis=0)
        e1 = (e2 @ self.P2.T) * d_fuite(self.z1)
        g["P1"] = self.X.T @ e1
        g["s1"] = e1.sum(axis=0)
        return g

    def pas_de_gradient(self, X, Y):
        g = self.retropropager(self.propager(X), Y)
        for nom, v in self.vitesse.items():
            theta = getattr(self, nom)
            if nom.startswith("P"):
                v[:] = self.inertie * v - self.pas * g[nom] + self.pas * self.decroissance * theta
            else:
                v[:] = self.inertie * v - self.pas * g[nom]
            theta += v


if __name__ == "__main__":
    np.random.seed(4)
    X = np.random.rand(200, 3) * 2 - 1
    Y = np.column_stack([X[:, 0] * X[:, 1], np.abs(X[:, 2])])
    r = Reseau(3, 12, 8, 2)
    for epoque in range(30):
        for k in range(0, 200, 20):
            r.pas_de_gradient(X[k:k + 20], Y[k:k + 20])
        if epoque % 5 == 0:
            print("époque", epoque, "coût", r.cout(X, Y))
