# -*- coding: utf-8 -*-
# NIR-Kalibration: Feuchte / Protein / Fett (Massenanteile, 0..1) aus 20 Wellenlaengen
# Masterarbeit, Anhang C.  Spalten = Proben.
from numpy import *
from numpy.random import RandomState

zufall = RandomState(99)

# ---------- Daten --------------------------------------------------------
nProben, nWl = 48, 20
wl = linspace(0, 1, nWl)
baender = array([exp(-(wl - .25)**2 / .01), exp(-(wl - .55)**2 / .02), exp(-(wl - .8)**2 / .008)])
anteil = zufall.dirichlet([3, 2, 2, 4], nProben)[:, :3].T          # 3 x nProben
spektren = dot(baender.T, anteil) + .01 * zufall.randn(nWl, nProben)
mittel = spektren.mean(axis=1).reshape(-1, 1)
X = (spektren - mittel) / spektren.std()

# ---------- Netz (ohne Schwellenwerte) ------------------------------------
def sig(n):
    return 1. / (1. + exp(-n))

schichten = [nWl, 10, 8, 3]
G = []
for k in range(len(schichten) - 1):
    G.append(zufall.uniform(-1, 1, (schichten[k + 1], schichten[k])) * sqrt(6. / (schichten[k] + schichten[k + 1])))

lernrate = 0.02
epochen = 1500

def fehler(soll, ist):
    # Quadratischer Fehler, E = 1/2 * Summe ueber Proben und Ausgaenge
    return 0.5 * sum((soll - ist)**2)

def vorwaerts(x):
    o = [x]
    for g in G:
        o.append(sig(dot(g, o[-1])))
    return o

for ep in range(epochen):
    o = vorwaerts(X)
    E = fehler(anteil, o[-1])
    if ep % 250 == 0:
        print("Epoche %4d   E = %8.5f   RMSE = %.4f" % (ep, E, sqrt(2 * E / anteil.size)))

    d = o[-1] - anteil
    dG = [0] * len(G)
    for k in range(len(G) - 1, -1, -1):
        dG[k] = dot(d, o[k].T)
        if k > 0:
            d = dot(G[k].T, d) * o[k] * (1 - o[k])
    for k in range(len(G)):
        G[k] = G[k] - lernrate * dG[k]

ist = vorwaerts(X)[-1]
for name, s, i in zip(["Feuchte", "Protein", "Fett"], anteil, ist):
    print("%-8s  RMSEC = %.4f   r = %.3f" % (name, sqrt(mean((s - i)**2)), corrcoef(s, i)[0, 1]))
