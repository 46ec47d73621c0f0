# neuronales Netz ohne numpy, nur mit Listen
# Fehlerfunktion pro Beispiel: E = 1/2 * Summe (ziel - ausgabe)^2
import math
import random

random.seed(4)

ANZ_EIN = 2
ANZ_VERSTECKT = 4
ANZ_AUS = 2
LERNRATE = 0.2

# letzte Spalte ist jeweils das Bias-Gewicht
w_versteckt = [[random.uniform(-1, 1) for _ in range(ANZ_EIN + 1)] for _ in range(ANZ_VERSTECKT)]
w_aus = [[random.uniform(-1, 1) for _ in range(ANZ_VERSTECKT + 1)] for _ in range(ANZ_AUS)]


def sigmoid(x):
    return 1.0 / (1.0 + math.exp(-x))


def vorwaerts(eingabe):
    versteckt = []
    for gewichte in w_versteckt:
        s = gewichte[-1]
        for i in range(ANZ_EIN):
            s += gewichte[i] * eingabe[i]
        versteckt.append(math.tanh(s))
    ausgabe = []
    for gewichte in w_aus:
        s = gewichte[-1]
        for j in range(ANZ_VERSTECKT):
            s += gewichte[j] * versteckt[j]
        ausgabe.append(sigmoid(s))
    return versteckt, ausgabe


def fehler(ausgabe, ziel):
    return 0.5 * sum((z - a) ** 2 for z, a in zip(ziel, ausgabe))


def lerne(eingabe, ziel):
    versteckt, ausgabe = vorwaerts(eingabe)

    # Ausgabeschicht
    delta_aus = []
    for k in range(ANZ_AUS):
        delta_aus.append((ziel[k] - ausgabe[k]) * ausgabe[k] * (1 - ausgabe[k]))
    for k in range(ANZ_AUS):
        for j in range(ANZ_VERSTECKT):
            w_aus[k][j] += LERNRATE * delta_aus[k] * versteckt[j]
        w_aus[k][-1] += LERNRATE * delta_aus[k]

    # versteckte Schicht
    for j in range(ANZ_VERSTECKT):
        summe = 0.0
        for k in range(ANZ_AUS):
            summe += delta_aus[k] * w_aus[k][j]
        delta = summe * (1 - versteckt[j] ** 2)
        for i in range(ANZ_EIN):
            w_versteckt[j][i] += LERNRATE * delta * eingabe[i]
        w_versteckt[j][-1] += LERNRATE * delta

    return fehler(ausgabe, ziel)


# XOR und UND gleichzeitig
daten = [
    ([0, 0], [0, 0]),
    ([0, 1], [1, 0]),
    ([1, 0], [1, 0]),
    ([1, 1], [0, 1]),
]

if __name__ == '__main__':
    for runde in range(3001):
        gesamt = 0.0
        random.shuffle(daten)
        for ein, ziel in daten:
            gesamt += lerne(ein, ziel)
        if runde % 500 == 0:
            print('Runde %d  Fehler %.5f' % (runde, gesamt))
    for ein, ziel in sorted(daten):
        print(ein, ziel, ['%.3f' % a for a in vorwaerts(ein)[1]])
