# TP2 - regression logistique multinomiale (pas de couche cachee)
# perte : moyenne sur les exemples de -log p[classe]  +  (lam/2) * ||W||^2   (biais non penalise)
import math
import random

random.seed(12)
NB_CLASSES = 3
DIM = 2

donnees = []
centres = [(0.0, 2.0), (2.0, -1.0), (-2.0, -1.0)]
for k in range(NB_CLASSES):
    for _ in range(15):
        donnees.append(([random.gauss(centres[k][0], 0.8), random.gauss(centres[k][1], 0.8)], k))

W = [[random.gauss(0, 0.1) for _ in range(DIM)] for _ in range(NB_CLASSES)]
biais = [0.0] * NB_CLASSES
pas = 0.2
lam = 0.01


def probas(x):
    scores = [sum(W[k][j] * x[j] for j in range(DIM)) + biais[k] for k in range(NB_CLASSES)]
    mx = max(scores)
    ex = [math.exp(s - mx) for s in scores]
    total = sum(ex)
    return [e / total for e in ex]


def perte():
    s = 0.0
    for x, c in donnees:
        s -= math.log(probas(x)[c])
    s /= len(donnees)
    return s + lam / 2 * sum(W[k][j] ** 2 for k in range(NB_CLASSES) for j in range(DIM))


nb_iter = 200
for it in range(nb_iter):
    gW = [[lam * W[k][j] for j in range(DIM)] for k in range(NB_CLASSES)]
    gb = [0.0] * NB_CLASSES
    for x, c in donnees:
        p = probas(x)
        for k in range(NB_CLASSES):
            err = (p[k] - (1.0 if k == c else 0.0)) / len(donnees)
            gb[k] += err
            for j in range(DIM):
                gW[k][j] += err * x[j]
    for k in range(NB_CLASSES):
        biais[k] -= pas * gb[k]
        for j in range(DIM):
            W[k][j] -= pas * gW[k][j]
    if it % 50 == 0:
        print("iteration", it, "perte", round(perte(), 5))

bons = 0
for x, c in donnees:
    p = probas(x)
    bons += p.index(max(p)) == c
print("taux de bonnes reponses :", bons / len(donnees))
