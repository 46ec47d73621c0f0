# Regelstrecke: Stellgroesse und Zustand -> naechster Zustand (Spalten = Messungen)
import numpy as np

zufall = np.random.RandomState(7)

n_mess = 80
u = zufall.uniform(-1, 1, n_mess)
x = zufall.uniform(-1, 1, n_mess)
v = zufall.uniform(-1, 1, n_mess)
dt = 0.2
x_neu = x + dt * v
v_neu = v + dt * (-np.sin(2 * x) - 0.3 * v + u)

eingang = np.vstack([u, x, v])          # 3 x n
soll = np.vstack([x_neu, v_neu])        # 2 x n


def sigmoid(s):
    return 1.0 / (1.0 + np.exp(-s))


breite = 8
gewicht1 = zufall.randn(breite, 3) * 0.8
schwelle1 = zufall.randn(breite, 1) * 0.1
gewicht2 = zufall.randn(breite, breite) * 0.8
schwelle2 = zufall.randn(breite, 1) * 0.1
gewicht3 = zufall.randn(2, breite) * 0.8
schwelle3 = np.zeros((2, 1))

lernrate = 0.5
verlauf = []

for epoche in range(500):
    # vorwaerts
    aus1 = sigmoid(gewicht1 @ eingang + schwelle1)
    aus2 = sigmoid(gewicht2 @ aus1 + schwelle2)
    ist = gewicht3 @ aus2 + schwelle3
    fehler = ist - soll
    verlust = np.sum(fehler ** 2) / (2 * n_mess)
    verlauf.append(verlust)

    # rueckwaerts
    delta3 = fehler / n_mess
    delta2 = (gewicht3.T @ delta3) * aus2 * (1 - aus2)
    delta1 = (gewicht2.T @ delta2) * aus2 * (1 - aus2)

    gewicht3 -= lernrate * delta3 @ aus2.T
    schwelle3 -= lernrate * delta3.sum(axis=1, keepdims=True)
    gewicht2 -= lernrate * delta2 @ aus1.T
    schwelle2 -= lernrate * delta2.sum(axis=1, keepdims=True)
    gewicht1 -= lernrate * delta1 @ eingang.T
    schwelle1 -= lernrate * delta1.sum(axis=1, keepdims=True)

    if epoche % 100 == 0:
        print("Epoche", epoche, "Verlust", round(verlust, 6))

print("Ende:", verlauf[-1])
