# -*- coding: utf-8 -*-
# Red neuronal desde cero - clasificar puntos de dos círculos
import numpy as np

# CLASE DE LA CAPA DE LA RED
class capa_neuronal():
    def __init__(self, n_conex, n_neur, func_act):
        self.func_act = func_act
        self.b = np.random.rand(1, n_neur) * 2 - 1
        self.W = np.random.rand(n_conex, n_neur) * 2 - 1

# FUNCIONES DE ACTIVACION: (f, derivada en función de la salida)
sigm = (lambda x: 1 / (1 + np.e ** (-x)),
        lambda x: x * (1 - x))

tanh = (lambda x: np.tanh(x),
        lambda x: 1 - x ** 2)

# error cuadrático medio y su derivada
coste_ecm = (lambda Yp, Yr: np.mean((Yp - Yr) ** 2),
             lambda Yp, Yr: 2 * (Yp - Yr) / Yr.size)

def crear_red(topologia, oculta, salida):
    red = []
    for l, n in enumerate(topologia[:-1]):
        f = salida if l == len(topologia) - 2 else oculta
        red.append(capa_neuronal(n, topologia[l + 1], f))
    return red

def entrenar(red, X, Y, coste, lr=0.5, entrena=True):
    # Pase hacia delante
    out = [(None, X)]
    for l, capa in enumerate(red):
        z = out[-1][1] @ red[l].W + red[l].b
        a = red[l].func_act[0](z)
        out.append((z, a))

    if entrena:
        # Pase hacia atrás
        deltas = []
        for l in reversed(range(0, len(red))):
            a = out[l + 1][1]
            if l == len(red) - 1:
                # delta de la última capa
                deltas.insert(0, coste[1](a, Y) * red[l].func_act[1](a))
            else:
                deltas.insert(0, deltas[0] @ _W.T * red[l].func_act[1](a))
            _W = red[l].W

            # Descenso del gradiente
            red[l].b = red[l].b - np.mean(deltas[0], axis=0, keepdims=True) * lr
            red[l].W = red[l].W - out[l][1].T @ deltas[0] * lr

    return out[-1][1]

# DATASET
def circulos(n, ruido=0.05):
    ang = np.random.rand(n, 1) * 2 * np.pi
    Y = (np.arange(n) % 2).reshape(-1, 1)
    r = np.where(Y == 1, 0.5, 1.0)
    X = np.hstack([r * np.cos(ang), r * np.sin(ang)])
    return X + ruido * np.random.randn(n, 2), Y

if __name__ == '__main__':
    np.random.seed(7)
    X, Y = circulos(200)
    p = X.shape[1]
    topologia = [p, 8, 6, 1]
    red = crear_red(topologia, tanh, sigm)
    perdidas = []
    for i in range(1500):
        pY = entrenar(red, X, Y, coste_ecm, lr=0.5)
        if i % 250 == 0:
            perdidas.append(coste_ecm[0](pY, Y))
            print('iter', i, 'pérdida', perdidas[-1])
    print('aciertos:', np.mean((pY > 0.5) == Y))
