# Deep Learning (M.Sc.) Uebungsblatt 3, Aufgabe 2
# tiefes Netz mit ELU, Regression, Verlust: L = 1/(2N) * Summe (y_hat - y)^2
import numpy as np

ALPHA = 0.5
BREITE = 8
TIEFE = 4


def elu(z):
    return np.where(z > 0, z, ALPHA * (np.exp(np.minimum(z, 0)) - 1))


def elu_abl(z):
    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))


def netz_anlegen(eingang, rng):
    groessen = [eingang] + [BREITE] * TIEFE + [1]
    gewichte = []
    schwellen = []
    for i in range(len(groessen) - 1):
        gewichte.append(rng.normal(0, 1 / np.sqrt(groessen[i]), (groessen[i], groessen[i + 1])))
        schwellen.append(rng.normal(0, 0.1, groessen[i + 1]))
    return gewichte, schwellen


def vorwaerts(gewichte, schwellen, x):
    hs = [x]
    zs = []
    for i in range(len(gewichte)):
        z = hs[-1] @ gewichte[i] + schwellen[i]
        zs.append(z)
        if i < len(gewichte) - 1:
            hs.append(elu(z))
        else:
            hs.append(z)
    return hs, zs


def verlust(y_hat, y):
    return np.sum((y_hat - y) ** 2) / (2 * len(y))


def rueckwaerts(gewichte, hs, zs, y):
    dG = [None] * len(gewichte)
    dS = [None] * len(gewichte)
    delta = (hs[-1] - y) / len(y)
    for i in reversed(range(len(gewichte))):
        dG[i] = hs[i].T @ delta
        dS[i] = delta.sum(axis=0)
        if i > 0:
            delta = (delta @ gewichte[i].T) * elu_abl(zs[i])
    return dG, dS


def trainieren(gewichte, schwellen, x, y, rate=0.05, schritte=800):
    for t in range(schritte):
        hs, zs = vorwaerts(gewichte, schwellen, x)
        dG, dS = rueckwaerts(gewichte, hs, zs, y)
        for i in range(len(gewichte)):
            gewichte[i] = gewichte[i] - rate * dG[i]
            schwellen[i] = schwellen[i] - rate * dS[i]
        if t % 100 == 0:
            print("Schritt", t, "Verlust", round(float(verlust(hs[-1], y)), 5))
    return gewichte, schwellen


if __name__ == "__main__":
    rng = np.random.default_rng(33)
    x = rng.uniform(-2, 2, (120, 2))
    y = (np.sin(x[:, :1]) * x[:, 1:]) + 0.05 * rng.normal(size=(120, 1))
    G, S = netz_anlegen(2, rng)
    trainieren(G, S, x, y)
