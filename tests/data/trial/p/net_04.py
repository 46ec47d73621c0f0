import math
import random

# Simple neural net, no numpy!  Lernprojekt Informatik

class Neuron:
    def __init__(self, anzahl_eingaenge):
        self.gewichte = [random.uniform(-1, 1) for _ in range(anzahl_eingaenge)]
        self.bias = random.uniform(-1, 1)
        self.ausgabe = 0.0
        self.eingaben = []
        self.delta = 0.0

    def berechne(self, eingaben):
        self.eingaben = list(eingaben)
        summe = self.bias
        for w, x in zip(self.gewichte, eingaben):
            summe += w * x
        self.ausgabe = 1.0 / (1.0 + math.exp(-summe))
        return self.ausgabe

    def lerne(self, rate):
        for i in range(len(self.gewichte)):
            self.gewichte[i] -= rate * self.delta * self.eingaben[i]
        self.bias -= rate * self.delta


class Netz:
    def __init__(self, struktur):
        self.schichten = []
        for i in range(1, len(struktur)):
            self.schichten.append([Neuron(struktur[i - 1]) for _ in range(struktur[i])])

    def vorwaerts(self, x):
        for schicht in self.schichten:
            x = [n.berechne(x) for n in schicht]
        return x

    def fehler(self, x, ziel):
        # E = 1/2 * Summe (o - t)^2
        return 0.5 * sum((o - t) ** 2 for o, t in zip(self.vorwaerts(x), ziel))

    def trainiere(self, x, ziel, rate):
        self.vorwaerts(x)
        for k in range(len(self.schichten) - 1, -1, -1):
            schicht = self.schichten[k]
            for j, n in enumerate(schicht):
                if k == len(self.schichten) - 1:
                    e = n.ausgabe - ziel[j]
                else:
                    e = 0.0
                    for nachfolger in self.schichten[k + 1]:
                        e += nachfolger.gewichte[j] * nachfolger.delta
                n.delta = e * n.ausgabe * (1.0 - n.ausgabe)
            for n in schicht:
                n.lerne(rate)


if __name__ == '__main__':
    random.seed(42)
    daten = [([0, 0], [0, 0]),
             ([0, 1], [1, 0]),
             ([1, 0], [1, 0]),
             ([1, 1], [0, 1])]      # XOR und AND
    netz = Netz([2, 4, 2])
    for epoche in range(3001):
        for x, t in daten:
            netz.trainiere(x, t, 0.7)
        if epoche % 500 == 0:
            print('Epoche', epoche, 'Fehler', sum(netz.fehler(x, t) for x, t in daten))
    for x, t in daten:
        print(x, t, ['%.3f' % o for o in netz.vorwaerts(x)])
