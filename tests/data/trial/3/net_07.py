# TP 3 - Réseaux de neurones (licence 3) - sans bibliothèque
# un réseau = une liste de couches, une couche = une liste de neurones
# erreur d'un exemple : E = 1/2 * somme (s - d)^2
import math
import random


class Neurone:
    def __init__(self, nb_entrees):
        r = 1 / math.sqrt(nb_entrees)
        self.poids = [random.uniform(-r, r) for _ in range(nb_entrees)]
        self.biais = random.uniform(-r, r)
        self.entrees = None
        self.sortie = 0.0
        self.delta = 0.0

    def activer(self, entrees):
        self.entrees = entrees
        somme = self.biais
        for p, e in zip(self.poids, entrees):
            somme += p * e
        self.sortie = math.tanh(somme)
        return self.sortie

    def derivee(self):
        return 1 - self.sortie ** 2

    def corriger(self, pas):
        for i, e in enumerate(self.entrees):
            self.poids[i] -= pas * self.delta * e
        self.biais -= pas * self.delta


class Reseau:
    def __init__(self, *tailles):
        self.couches = [[Neurone(tailles[c]) for _ in range(tailles[c + 1])]
                        for c in range(len(tailles) - 1)]

    def propager(self, exemple):
        valeurs = list(exemple)
        for couche in self.couches:
            valeurs = [n.activer(valeurs) for n in couche]
        return valeurs

    def retropropager(self, desire):
        for n, d in zip(self.couches[-1], desire):
            n.delta = (n.sortie - d) * n.derivee()
        for c in range(len(self.couches) - 2, -1, -1):
            suivante = self.couches[c + 1]
            for j, n in enumerate(self.couches[c]):
                n.delta = n.derivee() * sum(s.delta * s.poids[j] for s in suivante)

    def apprendre_exemple(self, exemple, desire, pas):
        sorties = self.propager(exemple)
        self.retropropager(desire)
        for couche in self.couches:
            for n in couche:
                n.corriger(pas)
        return 0.5 * sum((s - d) ** 2 for s, d in zip(sorties, desire))


def base_exemples():
    # ou exclusif et ET, codage -1 / +1
    base = []
    for a in (-1, 1):
        for b in (-1, 1):
            base.append(([a, b], [0.9 if a != b else -0.9, 0.9 if a == b == 1 else -0.9]))
    return base


if __name__ == "__main__":
    random.seed(7)
    reseau = Reseau(2, 4, 3, 2)
    base = base_exemples()
    for epoque in range(501):
        random.shuffle(base)
        erreur = 0
        for exemple, desire in base:
            erreur += reseau.apprendre_exemple(exemple, desire, 0.1)
        if epoque % 100 == 0:
            print("époque", epoque, "erreur totale", round(erreur, 5))
    for exemple, desire in base:
        print(exemple, desire, [round(s, 2) for s in reseau.propager(exemple)])
