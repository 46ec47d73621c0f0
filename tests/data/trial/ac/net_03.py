#!/usr/bin/env python3
# reseau de neurones en python pur (pas de numpy !) - projet NSI terminale
from math import tanh, sin
from random import seed, uniform, shuffle

seed(3)
NB_ENTREES = 1
NB_CACHES = 8
PAS = 0.02

# poids[j][i] : de l'entree i vers le neurone cache j
poids_c = [[uniform(-1, 1) for i in range(NB_ENTREES)] for j in range(NB_CACHES)]
biais_c = [uniform(-1, 1) for j in range(NB_CACHES)]
poids_s = [uniform(-0.5, 0.5) for j in range(NB_CACHES)]
biais_s = [0.0]


def propage(x):
    caches = []
    for j in range(NB_CACHES):
        s = biais_c[j]
        for i in range(NB_ENTREES):
            s += poids_c[j][i] * x[i]
        caches.append(tanh(s))
    sortie = biais_s[0]
    for j in range(NB_CACHES):
        sortie += poids_s[j] * caches[j]
    return caches, sortie


def apprend(x, cible):
    """une etape de descente de gradient sur E = (sortie - cible)^2"""
    caches, sortie = propage(x)
    err = sortie - cible
    d_sortie = 2 * err
    # couche de sortie
    for j in range(NB_CACHES):
        poids_s[j] -= PAS * d_sortie * caches[j]
    biais_s[0] -= PAS * d_sortie
    # couche cachee
    for j in range(NB_CACHES):
        d_cache = d_sortie * poids_s[j] * (1 - caches[j] ** 2)
        for i in range(NB_ENTREES):
            poids_c[j][i] -= PAS * d_cache * x[i]
        biais_c[j] -= PAS * d_cache
    return err ** 2


def main(nb_tours=400):
    exemples = [([k / 10], sin(k / 10)) for k in range(-30, 31, 2)]
    for tour in range(nb_tours):
        shuffle(exemples)
        total = 0
        for x, c in exemples:
            total += apprend(x, c)
        if tour % 100 == 0:
            print("tour", tour, "erreur moyenne", total / len(exemples))
    for v in (-2.0, -1.0, 0.0, 1.0, 2.0):
        print("sin(%g) = %.4f   reseau : %.4f" % (v, sin(v), propage([v])[1]))


if __name__ == "__main__":
    main()
