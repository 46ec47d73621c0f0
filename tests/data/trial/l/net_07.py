# -*- coding: utf-8 -*-
# TP1 : un seul neurone (régression logistique), étiquettes -1 / +1
# coût : J(w) = 1/n * somme( log(1 + exp(-y * f(x))) )
import numpy as np

graine = np.random.default_rng(12)
n = 120

nuage_a = graine.normal([1.2, 0.8, -0.3], 1.0, size=(n // 2, 3))
nuage_b = graine.normal([-0.9, -1.0, 0.4], 1.0, size=(n // 2, 3))
donnees = np.concatenate([nuage_a, nuage_b])
etiq = np.concatenate([np.ones(n // 2), -np.ones(n // 2)])

# le biais est le dernier poids : on ajoute une colonne de 1
donnees = np.hstack([donnees, np.ones((n, 1))])


def cout(w, x, y):
    marge = y * (x @ w)
    return np.mean(np.log1p(np.exp(-marge)))


def gradient(w, x, y):
    marge = y * (x @ w)
    coef = -y / (1.0 + np.exp(marge))
    return x.T @ coef / len(y)


def entrainer(x, y, pas=0.3, epoques=15, taille=20):
    w = graine.normal(0, 0.1, x.shape[1])
    for ep in range(epoques):
        ordre = graine.permutation(len(y))
        for debut in range(0, len(y), taille):
            lot = ordre[debut:debut + taille]
            w = w - pas * gradient(w, x[lot], y[lot])
        bons = np.mean(np.sign(x @ w) == y)
        print(f"époque {ep:3d}  coût = {cout(w, x, y):.4f}  bien classés = {bons:.1%}")
    return w


if __name__ == "__main__":
    w = entrainer(donnees, etiq)
    print("poids appris :", w[:-1], " biais :", w[-1])
