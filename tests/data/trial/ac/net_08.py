import random
import numpy as np

# Siec neuronowa - projekt zaliczeniowy, wzorowane na ksiazce Nielsena

class Siec:
    def __init__(self, rozmiary):
        self.L = len(rozmiary)
        self.rozmiary = rozmiary
        self.bias = [np.random.randn(n, 1) for n in rozmiary[1:]]
        self.wagi = [np.random.randn(n, m) / np.sqrt(m) for m, n in zip(rozmiary[:-1], rozmiary[1:])]

    def przod(self, a):
        for b, w in zip(self.bias, self.wagi):
            a = sigma(np.dot(w, a) + b)
        return a

    def SGD(self, dane, epoki, rozmiar_paczki, eta):
        for e in range(epoki):
            random.shuffle(dane)
            paczki = [dane[k:k + rozmiar_paczki] for k in range(0, len(dane), rozmiar_paczki)]
            nabla_b = [np.zeros(b.shape) for b in self.bias]
            nabla_w = [np.zeros(w.shape) for w in self.wagi]
            for paczka in paczki:
                for x, y in paczka:
                    db, dw = self.wstecz(x, y)
                    nabla_b = [nb + d for nb, d in zip(nabla_b, db)]
                    nabla_w = [nw + d for nw, d in zip(nabla_w, dw)]
                self.wagi = [w - (eta / len(paczka)) * nw for w, nw in zip(self.wagi, nabla_w)]
                self.bias = [b - (eta / len(paczka)) * nb for b, nb in zip(self.bias, nabla_b)]
            if e % 20 == 0:
                print("Epoka {0}: koszt {1:.5f}".format(e, self.koszt(dane)))

    def wstecz(self, x, y):
        nabla_b = [None] * (self.L - 1)
        nabla_w = [None] * (self.L - 1)
        a = x
        aktywacje = [x]
        for b, w in zip(self.bias, self.wagi):
            a = sigma(np.dot(w, a) + b)
            aktywacje.append(a)
        # entropia krzyzowa -> delta bez pochodnej sigmoidy
        delta = aktywacje[-1] - y
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, aktywacje[-2].T)
        for l in range(2, self.L):
            sp = aktywacje[-l] * (1 - aktywacje[-l])
            delta = np.dot(self.wagi[-l + 1].T, delta) * sp
            nabla_b[-l] = delta
            nabla_w[-l] = np.dot(delta, aktywacje[-l - 1].T)
        return nabla_b, nabla_w

    def koszt(self, dane):
        c = 0.0
        for x, y in dane:
            a = self.przod(x)
            c += np.sum(-y * np.log(a) - (1 - y) * np.log(1 - a))
        return c / len(dane)


def sigma(z):
    return 1.0 / (1.0 + np.exp(-z))


if __name__ == "__main__":
    np.random.seed(5)
    random.seed(5)
    dane = []
    for _ in range(60):
        p = np.random.uniform(-1, 1, (2, 1))
        y = np.array([[float(p[0, 0] * p[1, 0] > 0)], [float(p[0, 0] > 0)]])
        dane.append((p, y))
    s = Siec([2, 8, 5, 2])
    s.SGD(dane, 61, 10, 0.3)
