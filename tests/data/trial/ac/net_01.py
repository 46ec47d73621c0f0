# -*- coding: utf-8 -*-
"""
Uebungsblatt 7, Aufgabe 3 - Mehrschichtiges Perzeptron
Gruppe 12 (WS 19/20)
"""
import numpy as np


class Neuronales_Netz:

    def __init__(self, schichten, lernrate=0.5):
        self.schichten = schichten
        self.eta = lernrate
        self.gewichte = []
        self.schwellen = []
        for i in range(len(schichten) - 1):
            self.gewichte.append(np.random.normal(0.0, 1.0 / np.sqrt(schichten[i]), (schichten[i + 1], schichten[i])))
            self.schwellen.append(np.zeros((schichten[i + 1], 1)))

    @staticmethod
    def sigmoide(x):
        return 1.0 / (1.0 + np.exp(-x))

    def vorwaerts(self, eingabe):
        """Liefert die Ausgaben aller Schichten (Spaltenvektoren)"""
        a = np.array(eingabe, ndmin=2).T
        ausgaben = [a]
        for W, theta in zip(self.gewichte, self.schwellen):
            # Schwellwert wird ABGEZOGEN, wie in der Vorlesung
            a = self.sigmoide(W.dot(a) - theta)
            ausgaben.append(a)
        return ausgaben

    def fehler(self, eingabe, ziel):
        o = self.vorwaerts(eingabe)[-1]
        t = np.array(ziel, ndmin=2).T
        return 0.5 * float(np.sum((t - o) ** 2))

    def lerne(self, eingabe, ziel):
        o = self.vorwaerts(eingabe)
        t = np.array(ziel, ndmin=2).T
        # Delta der Ausgabeschicht
        delta = (t - o[-1]) * o[-1] * (1 - o[-1])
        for k in range(len(self.gewichte) - 1, -1, -1):
            dW = self.eta * delta.dot(o[k].T)
            dtheta = -self.eta * delta
            if k > 0:
                delta = self.gewichte[k].T.dot(delta) * o[k] * (1 - o[k])
            self.gewichte[k] += dW
            self.schwellen[k] += dtheta


if __name__ == '__main__':
    np.random.seed(7)
    netz = Neuronales_Netz([2, 4, 3, 1], lernrate=0.8)
    daten = [([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]
    for epoche in range(3000):
        summe = 0
        for i in np.random.permutation(len(daten)):
            x, y = daten[i]
            summe += netz.fehler(x, y)
            netz.lerne(x, y)
        if epoche % 500 == 0:
            print("Epoche", epoche, "Fehler:", round(summe, 5))
    for x, y in daten:
        print(x, "->", netz.vorwaerts(x)[-1].item(), "soll:", y[0])
