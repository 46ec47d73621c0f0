# TP 3 : approximation de fonction par un réseau de neurones
# (deux couches cachées, softplus, sortie linéaire)
# on minimise E = 1/2 * (sortie - cible)^2 pour chaque exemple
import numpy as np

def softplus(x):
    return np.log(1 + np.exp(x))

def d_softplus(x):
    return 1 / (1 + np.exp(-x))

def init_reseau(n0, n1, n2, graine=0):
    g = np.random.RandomState(graine)
    r = {}
    r["P1"] = g.randn(n1, n0) * 0.5
    r["s1"] = g.randn(n1, 1) * 0.1
    r["P2"] = g.randn(n2, n1) * 0.3
    r["s2"] = g.randn(n2, 1) * 0.1
    r["P3"] = g.randn(1, n2) * 0.3
    r["s3"] = np.zeros((1, 1))
    return r

def propagation(r, x):
    z1 = np.dot(r["P1"], x) + r["s1"]
    h1 = softplus(z1)
    z2 = np.dot(r["P2"], h1) + r["s2"]
    h2 = softplus(z2)
    sortie = np.dot(r["P3"], h2) + r["s3"]
    return z1, h1, z2, h2, sortie

def erreur(r, x, cible):
    return 0.5 * float(((propagation(r, x)[-1] - cible) ** 2)[0, 0])

def apprendre(r, x, cible, pas):
    z1, h1, z2, h2, sortie = propagation(r, x)

    # rétropropagation
    e3 = sortie - cible
    e2 = np.dot(r["P3"].T, e3) * d_softplus(z2)
    e1 = np.dot(r["P2"].T, e2) * d_softplus(z1)

    # mise à jour des poids et des seuils
    r["P3"] -= pas * np.dot(e3, h2.T)
    r["s3"] -= pas * e3
    r["P2"] -= pas * np.dot(e2, h1.T)
    r["s2"] -= pas * e2
    r["P1"] -= pas * np.dot(e1, x.T)
    r["s1"] -= pas * e1

    return 0.5 * float((e3 ** 2)[0, 0])

if __name__ == "__main__":
    reseau = init_reseau(2, 10, 6)
    gen = np.random.RandomState(1)
    exemples = gen.uniform(-1.5, 1.5, (120, 2))
    valeurs = np.sin(exemples[:, 0]) + 0.5 * exemples[:, 1] ** 2
    for epoque in range(60):
        ordre = gen.permutation(len(exemples))
        total = 0
        for k in ordre:
            x = exemples[k].reshape(-1, 1)
            total += apprendre(reseau, x, valeurs[k], 0.01)
        if epoque % 10 == 0:
            print("époque", epoque, "erreur moyenne", total / len(exemples))
