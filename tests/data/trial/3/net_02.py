# -*- coding: utf-8 -*-
"""Vorlesung Mustererkennung II, Übung 6: Mehrschichtiges Perzeptron (Regression)

Merkmalsvektoren stehen als SPALTEN in X (D x N).
Der Schwellwert steckt in der letzten Spalte der Gewichtsmatrix (erweiterter Vektor).
Fehlermaß:  J = 1/N * sum_n || y_n - t_n ||^2
"""
import numpy as np


def erweitere(X):
    return np.vstack([X, np.ones((1, X.shape[1]))])


class MehrschichtPerzeptron:
    def __init__(self, schichten, keim=0):
        zufall = np.random.RandomState(keim)
        self.gewichte = []
        for ein, aus in zip(schichten[:-1], schichten[1:]):
            G = zufall.randn(aus, ein + 1) / np.sqrt(ein + 1)
            self.gewichte.append(G)

    @staticmethod
    def kennlinie(a):
        # softplus, numerisch stabil
        return np.maximum(a, 0) + np.log1p(np.exp(-np.abs(a)))

    @staticmethod
    def steigung(a):
        return 0.5 * (1.0 + np.tanh(0.5 * a))

    def vorwaerts(self, X):
        self.eingaenge, self.aktivierung = [], []
        z = X
        letzte = len(self.gewichte) - 1
        for s, G in enumerate(self.gewichte):
            ze = erweitere(z)
            a = G @ ze
            self.eingaenge.append(ze)
            self.aktivierung.append(a)
            z = a if s == letzte else self.kennlinie(a)
        return z

    def fehler(self, X, T):
        return np.sum((self.vorwaerts(X) - T) ** 2) / X.shape[1]

    def gradienten(self, X, T):
        N = X.shape[1]
        Y = self.vorwaerts(X)
        delta = 2.0 * (Y - T) / N
        grad = [None] * len(self.gewichte)
        for s in reversed(range(len(self.gewichte))):
            grad[s] = delta @ self.eingaenge[s].T
            if s > 0:
                ohne_schwelle = self.gewichte[s][:, :-1]
                delta = (ohne_schwelle.T @ delta) * self.steigung(self.aktivierung[s - 1])
        return grad

    def lerne(self, X, T, schrittweite=0.05, epochen=400, ausgabe=100):
        for e in range(1, epochen + 1):
            for G, dG in zip(self.gewichte, self.gradienten(X, T)):
                G -= schrittweite * dG
            if e % ausgabe == 0:
                print(f"Epoche {e:4d}  J = {self.fehler(X, T):.5f}")


def beispieldaten(N=60, keim=3):
    r = np.random.RandomState(keim)
    X = r.uniform(-1, 1, (2, N))
    T = np.vstack([np.sin(2 * X[0]) * X[1], X[0] ** 2 - X[1]])
    return X, T


if __name__ == "__main__":
    X, T = beispieldaten()
    netz = MehrschichtPerzeptron([2, 9, 6, 2])
    print("Anfangsfehler", netz.fehler(X, T))
    netz.lerne(X, T)
