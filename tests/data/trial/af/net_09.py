"""Uebungsblatt 6, Aufgabe 3: tiefes Netz (4 versteckte Schichten), GELU und SiLU, SGD mit Momentum.
Fehlerfunktion: E = 1/(2N) * sum_n ||y_n - t_n||^2
"""
import numpy as np

C = np.sqrt(2 / np.pi)


def gelu(x):
    return 0.5 * x * (1 + np.tanh(C * (x + 0.044715 * x**3)))


def gelu_abl(x):
    th = np.tanh(C * (x + 0.044715 * x**3))
    return 0.5 * (1 + th) + 0.5 * x * (1 - th**2) * C * (1 + 3 * 0.044715 * x**2)


def silu(x):
    return x / (1 + np.exp(-x))


def silu_abl(x):
    s = 1 / (1 + np.exp(-x))
    return s + x * s * (1 - s)


AKT = {"gelu": (gelu, gelu_abl), "silu": (silu, silu_abl), "id": (lambda x: x, lambda x: np.ones_like(x))}


def netz_bauen(schichten, zufall):
    netz = []
    for n_ein, n_aus, akt in schichten:
        netz.append(dict(G=zufall.standard_normal((n_ein, n_aus)) / np.sqrt(n_ein),
                         s=np.zeros(n_aus), akt=akt))
    for sch in netz:
        sch["vG"] = np.zeros_like(sch["G"])
        sch["vs"] = np.zeros_like(sch["s"])
    return netz


def vorwaerts(netz, X):
    aus = X
    for sch in netz:
        sch["ein"] = aus
        sch["netto"] = aus @ sch["G"] + sch["s"]
        aus = AKT[sch["akt"]][0](sch["netto"])
    return aus


def rueckwaerts(netz, Y, T):
    fehler = (Y - T) / len(T)
    for sch in netz[::-1]:
        delta = fehler * AKT[sch["akt"]][1](sch["netto"])
        sch["dG"] = sch["ein"].T @ delta
        sch["ds"] = delta.sum(0)
        fehler = delta @ sch["G"].T


def schritt(netz, rate, traegheit):
    for sch in netz:
        for p in "Gs":
            sch["v" + p] = traegheit * sch["v" + p] + sch["d" + p]
            sch[p] = sch[p] - rate * sch["v" + p]


zufall = np.random.default_rng(2021)
X = zufall.uniform(-2, 2, (64, 2))
T = np.column_stack([X[:, 0] * X[:, 1], np.cos(X[:, 0])])
netz = netz_bauen([(2, 10, "gelu"), (10, 10, "silu"), (10, 8, "gelu"), (8, 8, "silu"), (8, 2, "id")], zufall)

EPOCHEN = 400
for epoche in range(EPOCHEN):
    Y = vorwaerts(netz, X)
    E = 0.5 * np.sum((Y - T) ** 2) / len(T)
    rueckwaerts(netz, Y, T)
    schritt(netz, rate=0.02, traegheit=0.9)
    if epoche % 100 == 0:
        print(f"Epoche {epoche}: E = {E:.5f}")
print("Ende:", 0.5 * np.sum((vorwaerts(netz, X) - T) ** 2) / len(T))
