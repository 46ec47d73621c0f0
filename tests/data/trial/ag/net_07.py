# -*- coding: utf-8 -*-
# Réseau de neurones façon livre de Nielsen, réécrit pour Python 3 (TIPE 2019)
# coût : entropie croisée, plus inertie (momentum) et weight decay
import random
import numpy as np


def sigma(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigma_prime(z):
    return sigma(z) * (1 - sigma(z))


class Reseau(object):

    def __init__(self, tailles):
        self.nb_couches = len(tailles)
        self.tailles = tailles
        self.biais = [np.random.randn(y, 1) for y in tailles[1:]]
        self.poids = [np.random.randn(y, x) / np.sqrt(x)
                      for x, y in zip(tailles[:-1], tailles[1:])]
        self.vit_w = [np.zeros(w.shape) for w in self.poids]
        self.vit_b = [np.zeros(b.shape) for b in self.biais]

    def sortie(self, a):
        for b, w in zip(self.biais, self.poids):
            a = sigma(np.dot(w, a) + b)
        return a

    def cout(self, donnees, lmbda, n):
        c = 0.0
        for x, y in donnees:
            a = self.sortie(x)
            c += np.sum(-y * np.log(a) - (1 - y) * np.log(1 - a)) / len(donnees)
        return c + 0.5 * (lmbda / n) * sum(np.sum(w ** 2) for w in self.poids)

    def SGD(self, donnees, epoques, taille_lot, eta, mu=0.5, lmbda=0.1):
        n = len(donnees)
        for e in range(epoques):
            random.shuffle(donnees)
            lots = [donnees[k:k + taille_lot] for k in range(0, n, taille_lot)]
            for lot in lots:
                self.maj_lot(lot, eta, mu, lmbda, n)
            if e % 10 == 0:
                print("Époque {} : coût {:.4f}".format(e, self.cout(donnees, lmbda, n)))

    def maj_lot(self, lot, eta, mu, lmbda, n):
        nabla_b = [np.zeros(b.shape) for b in self.biais]
        nabla_w = [np.zeros(w.shape) for w in self.poids]
        for x, y in lot:
            d_b, d_w = self.retropropagation(x, y)
            nabla_b = [nb + dnb for nb, dnb in zip(nabla_b, d_b)]
            nabla_w = [nw + dnw for nw, dnw in zip(nabla_w, d_w)]
        self.vit_w = [mu * v - eta * (nw / len(lot) + (lmbda / n) * w)
                      for v, w, nw in zip(self.vit_w, self.poids, nabla_w)]
        self.vit_b = [mu * v - eta * nb / len(lot)
                      for v, nb in zip(self.vit_b, nabla_b)]
        self.poids = [w + v for w, v in zip(self.poids, self.vit_w)]
        self.biais = [b + v for b, v in zip(self.biais, self.vit_b)]

    def retropropagation(self, x, y):
        nabla_b = [np.zeros(b.shape) for b in self.biais]
        nabla_w = [np.zeros(w.shape) for w in self.poids]
        activations, zs = [x], []
        for b, w in zip(self.biais, self.poids):
            zs.append(np.dot(w, activations[-1]) + b)
            activations.append(sigma(zs[-1]))
        # avec l'entropie croisée le sigma' se simplifie
        delta = activations[-1] - y
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, activations[-2].transpose())
        for l in range(2, self.nb_couches):
            delta = np.dot(self.poids[-l + 1].transpose(), delta) * sigma_prime(zs[-l])
            nabla_b[-l] = delta
            nabla_w[-l] = np.dot(delta, activations[-l - 1].transpose())
        return nabla_b, nabla_w


def fabrique(n=90):
    res = []
    for _ in range(n):
        c = random.randrange(3)
        angle = 2 * np.pi * c / 3
        x = np.array([[np.cos(angle)], [np.sin(angle)]]) + 0.35 * np.random.randn(2, 1)
        y = np.zeros((3, 1))
        y[c] = 1.0
        res.append((x, y))
    return res


if __name__ == "__main__":
    random.seed(0)
    np.random.seed(0)
    d = fabrique()
    r = Reseau([2, 6, 5, 3])
    r.SGD(d, 41, 10, 0.5)
    bons = sum(int(np.argmax(r.sortie(x)) == np.argmax(y)) for x, y in d)
    print(bons, "/", len(d))
