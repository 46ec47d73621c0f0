# -*- coding: utf-8 -*-
"""
TP n°4 - Apprentissage statistique (M1)
Binôme : L. et M.
Régression d'une fonction de deux variables par un perceptron multicouche.
Coût : erreur quadratique moyenne (moyenne sur tous les exemples et toutes les sorties).
"""
import numpy as np


def silu(z):
    return z / (1 + np.exp(-z))


def silu_prime(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 + z * (1 - s))


def identite(z):
    return z


def identite_prime(z):
    return np.ones_like(z)


class Couche:
    def __init__(self, nb_entrees, nb_neurones, f, f_prime, alea):
        self.poids = alea.normal(0, 1 / np.sqrt(nb_entrees), (nb_entrees, nb_neurones))
        self.biais = np.zeros((1, nb_neurones))
        self.f, self.f_prime = f, f_prime
        self.vit_poids = np.zeros_like(self.poids)
        self.vit_biais = np.zeros_like(self.biais)

    def propager(self, entree):
        self.entree = entree
        self.z = entree @ self.poids + self.biais
        return self.f(self.z)

    def retropropager(self, grad_sortie):
        delta = grad_sortie * self.f_prime(self.z)
        self.grad_poids = self.entree.T @ delta
        self.grad_biais = delta.sum(axis=0, keepdims=True)
        return delta @ self.poids.T

    def mettre_a_jour(self, pas, inertie):
        self.vit_poids = inertie * self.vit_poids + self.grad_poids
        self.vit_biais = inertie * self.vit_biais + self.grad_biais
        self.poids -= pas * self.vit_poids
        self.biais -= pas * self.vit_biais


class Reseau:
    def __init__(self, tailles, graine=0):
        alea = np.random.default_rng(graine)
        self.couches = []
        for i in range(len(tailles) - 1):
            derniere = (i == len(tailles) - 2)
            self.couches.append(Couche(tailles[i], tailles[i + 1],
                                       identite if derniere else silu,
                                       identite_prime if derniere else silu_prime, alea))

    def predire(self, X):
        for c in self.couches:
            X = c.propager(X)
        return X

    def cout(self, X, Y):
        return np.mean((self.predire(X) - Y) ** 2)

    def pas_gradient(self, X, Y, pas, inertie):
        sortie = self.predire(X)
        grad = 2 * (sortie - Y) / Y.size
        for c in reversed(self.couches):
            grad = c.retropropager(grad)
        for c in self.couches:
            c.mettre_a_jour(pas, inertie)
        return np.mean((sortie - Y) ** 2)


def question_3():
    alea = np.random.default_rng(12)
    X = alea.uniform(-2, 2, (120, 2))
    Y = np.column_stack([np.sin(X[:, 0]) * X[:, 1], X[:, 0] ** 2 - X[:, 1]])
    reseau = Reseau([2, 10, 8, 6, 2])
    print("coût initial :", reseau.cout(X, Y))
    for epoque in range(60):
        ordre = alea.permutation(len(X))
        for debut in range(0, len(X), 20):
            lot = ordre[debut:debut + 20]
            reseau.pas_gradient(X[lot], Y[lot], pas=0.02, inertie=0.8)
        if epoque % 20 == 0:
            print("époque", epoque, "coût", reseau.cout(X, Y))
    print("coût final :", reseau.cout(X, Y))


if __name__ == "__main__":
    question_3()
