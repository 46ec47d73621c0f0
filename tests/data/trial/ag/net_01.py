# -*- coding: utf-8 -*-
"""
Mi primera red neuronal desde cero :)
Curso de IA - practica 3
Clasificar puntos dentro / fuera de un circulo
"""
import numpy as np


class Capa:
    def __init__(self, n_entradas, n_neuronas, act, rng):
        self.act = act
        self.b = rng.random((1, n_neuronas)) * 2 - 1
        self.W = rng.random((n_entradas, n_neuronas)) * 2 - 1


# cada activacion es una tupla (funcion, derivada); la derivada recibe la SALIDA de la funcion
sigm = (lambda x: 1 / (1 + np.e ** (-x)),
        lambda a: a * (1 - a))
tangh = (lambda x: np.tanh(x),
         lambda a: 1 - a ** 2)

# error cuadratico medio
ecm = (lambda Yp, Yr: np.mean((Yp - Yr) ** 2),
       lambda Yp, Yr: 2 * (Yp - Yr) / Yr.size)


def crear_red(topologia, semilla=0):
    rng = np.random.default_rng(semilla)
    red = []
    for l, n in enumerate(topologia[:-1]):
        ultima = l == len(topologia) - 2
        red.append(Capa(n, topologia[l + 1], sigm if ultima else tangh, rng))
    return red


def entrenar(red, X, Y, coste, lr=0.5, train=True):
    # paso hacia delante
    salida = [(None, X)]
    for capa in red:
        z = salida[-1][1] @ capa.W + capa.b
        a = capa.act[0](z)
        salida.append((z, a))

    if train:
        deltas = []
        for l in reversed(range(0, len(red))):
            a = salida[l + 1][1]
            if l == len(red) - 1:
                deltas.insert(0, coste[1](a, Y) * red[l].act[1](a))
            else:
                deltas.insert(0, deltas[0] @ _W.T * red[l].act[1](a))
            _W = red[l].W

            # descenso del gradiente
            red[l].b = red[l].b - np.sum(deltas[0], axis=0, keepdims=True) * lr
            red[l].W = red[l].W - salida[l][1].T @ deltas[0] * lr

    return salida[-1][1]


def datos(n=200, semilla=1):
    rng = np.random.default_rng(semilla)
    X = rng.uniform(-1, 1, (n, 2))
    Y = (np.sum(X ** 2, axis=1, keepdims=True) < 0.5).astype(float)
    return X, Y


if __name__ == "__main__":
    X, Y = datos()
    red = crear_red([2, 8, 5, 1])
    for i in range(2000):
        pY = entrenar(red, X, Y, ecm, lr=0.5)
        if i % 250 == 0:
            print("iteracion", i, "error:", ecm[0](pY, Y))
    pY = entrenar(red, X, Y, ecm, train=False)
    print("aciertos:", np.mean((pY > 0.5) == Y))
