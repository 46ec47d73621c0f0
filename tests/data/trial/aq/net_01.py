# Informatik LK Q2 - Aufgabe 4: Neuronales Netz fuer XOR (mit 3. Eingang)
import numpy as np

np.random.seed(42)

# Trainingsdaten
eingabe = np.array([[0,0,1],
                    [0,1,1],
                    [1,0,1],
                    [1,1,1]], dtype=float)
ziel = np.array([[0],[1],[1],[0]], dtype=float)

def sigmoid(x):
    return 1.0/(1.0+np.exp(-x))

def sigmoid_ableitung(x):
    s = sigmoid(x)
    return s*(1.0-s)

# Gewichte zwischen -1 und 1
gewichte_1 = 2*np.random.random((3,5)) - 1
gewichte_2 = 2*np.random.random((5,1)) - 1
lernrate = 0.8
durchlaeufe = 3000

for durchlauf in range(durchlaeufe):
    # Vorwaerts
    schicht_0 = eingabe
    schicht_1 = sigmoid(np.dot(schicht_0, gewichte_1))
    schicht_2 = sigmoid(np.dot(schicht_1, gewichte_2))

    # Fehler E = 1/2 * Summe (ziel - ausgabe)^2
    abweichung = ziel - schicht_2
    fehler = 0.5*np.sum(abweichung**2)
    if durchlauf % 500 == 0:
        print("Durchlauf", durchlauf, "Fehler:", fehler)

    # Rueckwaerts
    delta_2 = abweichung * sigmoid_ableitung(schicht_2)
    delta_1 = delta_2.dot(gewichte_2.T) * sigmoid_ableitung(schicht_1)

    gewichte_2 += lernrate * schicht_1.T.dot(delta_2)
    gewichte_1 += lernrate * schicht_0.T.dot(delta_1)

print("Ausgabe nach dem Training:")
print(schicht_2)
