#!/usr/bin/env python3
# Grundlagen der KI, WS 21/22 -- Uebungsblatt 9, Aufgabe 3 (Backpropagation)
# Gruppe 14
#
# Ohne numpy! Fehlerfunktion E = 1/2 * Summe_k (t_k - o_k)^2 pro Muster,
# Online-Lernen (nach jedem Muster wird ein Gradientenschritt auf E gemacht).
import math
import random


def fermi(x):
    return 1.0 / (1.0 + math.exp(-x))


class Netz:

    def __init__(self, n_ein, n_verdeckt, n_aus, eta=0.5):
        self.eta = eta
        # letzter Eintrag jeder Zeile = Schwellwert (Eingang konstant 1)
        self.w_vd = [[random.uniform(-1, 1) for _ in range(n_ein + 1)] for _ in range(n_verdeckt)]
        self.w_aus = [[random.uniform(-1, 1) for _ in range(n_verdeckt + 1)] for _ in range(n_aus)]

    def vorwaerts(self, muster):
        self.ein = list(muster) + [1.0]
        self.h = []
        for zeile in self.w_vd:
            netto = sum(w * x for w, x in zip(zeile, self.ein))
            self.h.append(fermi(netto))
        self.h.append(1.0)
        self.o = []
        for zeile in self.w_aus:
            netto = sum(w * x for w, x in zip(zeile, self.h))
            self.o.append(fermi(netto))
        return self.o

    def rueckwaerts(self, ziel):
        # Ausgabeschicht
        delta_aus = []
        for k, t in enumerate(ziel):
            o = self.o[k]
            delta_aus.append((t - o) * o * (1 - o))
        for k in range(len(self.w_aus)):
            for j in range(len(self.h)):
                self.w_aus[k][j] += self.eta * delta_aus[k] * self.h[j]

        # verdeckte Schicht
        for j in range(len(self.w_vd)):
            summe = 0.0
            for k in range(len(self.w_aus)):
                summe += delta_aus[k] * self.w_aus[k][j]
            delta = self.h[j] * (1 - self.h[j]) * summe
            for i in range(len(self.ein)):
                self.w_vd[j][i] += self.eta * delta * self.ein[i]

    def fehler(self, ziel):
        return 0.5 * sum((t - o) ** 2 for t, o in zip(ziel, self.o))


def trainiere(netz, daten, epochen):
    for ep in range(epochen):
        e = 0.0
        random.shuffle(daten)
        for muster, ziel in daten:
            netz.vorwaerts(muster)
            e += netz.fehler(ziel)
            netz.rueckwaerts(ziel)
        if ep % 200 == 0:
            print("Epoche %4d  Gesamtfehler %.5f" % (ep, e))


if __name__ == "__main__":
    random.seed(4)
    # zwei Ausgaben: XOR und UND
    daten = [([0, 0], [0, 0]), ([0, 1], [1, 0]), ([1, 0], [1, 0]), ([1, 1], [0, 1])]
    netz = Netz(2, 4, 2, eta=0.8)
    trainiere(netz, daten, 1001)
    for muster, ziel in sorted(daten):
        print(muster, ziel, ["%.3f" % v for v in netz.vorwaerts(muster)])
