"""
red.py
~~~~~~
Apuntes de la asignatura de 4º (Zaragoza, curso 2017/18). Versión traducida y
reducida de la red que usamos en clase: sigmoides, entropía cruzada y L2.
Los vectores son columnas (n, 1).
"""
import random
import numpy as np


def sigmoide(z):
    return 1.0/(1.0+np.exp(-z))


class Red(object):

    def __init__(self, tamanos):
        self.num_capas = len(tamanos)
        self.tamanos = tamanos
        self.sesgos = [np.random.randn(y, 1) for y in tamanos[1:]]
        self.pesos = [np.random.randn(y, x)/np.sqrt(x)
                      for x, y in zip(tamanos[:-1], tamanos[1:])]

    def propaga(self, a):
        for b, w in zip(self.sesgos, self.pesos):
            a = sigmoide(np.dot(w, a)+b)
        return a

    def coste(self, datos, lmbda):
        """Entropía cruzada media de los datos más la parte L2."""
        c = 0.0
        for x, y in datos:
            a = self.propaga(x)
            c += np.sum(np.nan_to_num(-y*np.log(a)-(1-y)*np.log(1-a)))/len(datos)
        c += 0.5*(lmbda/len(datos))*sum(np.linalg.norm(w)**2 for w in self.pesos)
        return c

    def SGD(self, datos, epocas, tam_lote, eta, lmbda=0.0):
        n = len(datos)
        datos = list(datos)
        for j in range(epocas):
            random.shuffle(datos)
            lotes = [datos[k:k+tam_lote] for k in range(0, n, tam_lote)]
            for lote in lotes:
                self.actualiza(lote, eta, lmbda, n)
            if j % 10 == 0:
                print("Epoca {0}: coste {1:.4f}".format(j, self.coste(datos, lmbda)))

    def actualiza(self, lote, eta, lmbda, n):
        nabla_b = [np.zeros(b.shape) for b in self.sesgos]
        nabla_w = [np.zeros(w.shape) for w in self.pesos]
        for x, y in lote:
            d_b, d_w = self.retro(x, y)
            nabla_b = [nb+db for nb, db in zip(nabla_b, d_b)]
            nabla_w = [nw+dw for nw, dw in zip(nabla_w, d_w)]
        self.pesos = [(1-eta*(lmbda/n))*w-(eta/len(lote))*nw
                      for w, nw in zip(self.pesos, nabla_w)]
        self.sesgos = [b-(eta/len(lote))*nb
                       for b, nb in zip(self.sesgos, nabla_b)]

    def retro(self, x, y):
        nabla_b = [None for _ in self.sesgos]
        nabla_w = [None for _ in self.pesos]
        activacion = x
        activaciones = [x]
        for b, w in zip(self.sesgos, self.pesos):
            activacion = sigmoide(np.dot(w, activacion)+b)
            activaciones.append(activacion)
        # con entropía cruzada se cancela sigma'
        delta = activaciones[-1] - y
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, activaciones[-2].T)
        for l in range(2, self.num_capas):
            a = activaciones[-l]
            delta = np.dot(self.pesos[-l+1].T, delta) * a*(1-a)
            nabla_b[-l] = delta
            nabla_w[-l] = np.dot(delta, activaciones[-l-1].T)
        return (nabla_b, nabla_w)


if __name__ == "__main__":
    np.random.seed(3)
    random.seed(3)
    datos = []
    for _ in range(60):
        p = np.random.uniform(-1, 1, (2, 1))
        cuadrante = (p[0, 0] > 0)*2 + (p[1, 0] > 0)*1
        e = np.zeros((4, 1))
        e[cuadrante] = 1.0
        datos.append((p, e))
    red = Red([2, 8, 6, 4])
    red.SGD(datos, 40, 10, 0.5, lmbda=0.01)
    aciertos = sum(np.argmax(red.propaga(x)) == np.argmax(y) for x, y in datos)
    print("Aciertos: %d / %d" % (aciertos, len(datos)))
