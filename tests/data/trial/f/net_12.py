# Uebungsblatt 3, Aufgabe 2: Softmax-Klassifikator (ohne verdeckte Schicht)
# Stochastischer Gradientenabstieg mit Traegheitsterm und Gewichtszerfall
import numpy as np

ANZAHL_KLASSEN = 4


def erzeuge_daten(anzahl, keim=0):
    zufall = np.random.RandomState(keim)
    zentren = np.array([[2, 0], [0, 2], [-2, 0], [0, -2]], dtype=float)
    klasse = zufall.randint(ANZAHL_KLASSEN, size=anzahl)
    merkmale = zentren[klasse] + zufall.randn(anzahl, 2)
    return merkmale, klasse


def softmax(logits):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def vorhersage(gewichte, schwelle, merkmale):
    return softmax(merkmale.dot(gewichte.T) + schwelle)


def kosten(gewichte, schwelle, merkmale, klasse, zerfall):
    """Summe der Kreuzentropien im Stapel + zerfall * ||W||^2"""
    p = vorhersage(gewichte, schwelle, merkmale)
    return -np.log(p[np.arange(len(klasse)), klasse]).sum() + zerfall * (gewichte ** 2).sum()


def gradient(gewichte, schwelle, merkmale, klasse, zerfall):
    ziel = np.eye(ANZAHL_KLASSEN)[klasse]
    fehler = vorhersage(gewichte, schwelle, merkmale) - ziel
    g_gewichte = fehler.T.dot(merkmale) + 2 * zerfall * gewichte
    g_schwelle = fehler.sum(axis=0)
    return g_gewichte, g_schwelle


def lerne(merkmale, klasse, epochen=30, stapel=10, lernrate=0.01, traegheit=0.5, zerfall=0.05, keim=1):
    zufall = np.random.RandomState(keim)
    gewichte = 0.1 * zufall.randn(ANZAHL_KLASSEN, merkmale.shape[1])
    schwelle = np.zeros(ANZAHL_KLASSEN)
    schritt_g = np.zeros_like(gewichte)
    schritt_s = np.zeros_like(schwelle)
    for epoche in range(epochen):
        reihenfolge = zufall.permutation(len(klasse))
        for anfang in range(0, len(klasse), stapel):
            idx = reihenfolge[anfang:anfang + stapel]
            g_g, g_s = gradient(gewichte, schwelle, merkmale[idx], klasse[idx], zerfall)
            schritt_g = traegheit * schritt_g - lernrate * g_g
            schritt_s = traegheit * schritt_s - lernrate * g_s
            gewichte = gewichte + schritt_g
            schwelle = schwelle + schritt_s
        if epoche % 10 == 9:
            treffer = np.mean(vorhersage(gewichte, schwelle, merkmale).argmax(axis=1) == klasse)
            print("Epoche %d: Kosten %.3f, Trefferquote %.3f"
                  % (epoche + 1, kosten(gewichte, schwelle, merkmale, klasse, zerfall), treffer))
    return gewichte, schwelle


if __name__ == "__main__":
    x, t = erzeuge_daten(200)
    lerne(x, t)
