# Práctica 3 - Redes neuronales - Universidad
# Perceptrón multicapa 2-4-1 aproximando f(x,y) = x*y, un ejemplo cada vez
# Error de cada ejemplo: e = 0.5*(salida - deseado)^2
import random
from math import tanh

random.seed(10)

N_ENT = 2
N_OCU = 4
ALFA = 0.1

w_oculta = [[random.uniform(-1, 1) for i in range(N_ENT)] for j in range(N_OCU)]
u_oculta = [random.uniform(-1, 1) for j in range(N_OCU)]   # umbrales
w_salida = [random.uniform(-1, 1) for j in range(N_OCU)]
u_salida = random.uniform(-1, 1)


def propagar(x):
    h = []
    for j in range(N_OCU):
        suma = u_oculta[j]
        for i in range(N_ENT):
            suma += w_oculta[j][i] * x[i]
        h.append(tanh(suma))
    y = u_salida
    for j in range(N_OCU):
        y += w_salida[j] * h[j]
    return h, y


def entrenar(x, deseado):
    global u_salida
    h, y = propagar(x)
    error = y - deseado

    # capa de salida
    for j in range(N_OCU):
        w_salida[j] -= ALFA * error * h[j]
    u_salida -= ALFA * error

    # capa oculta
    for j in range(N_OCU):
        d = error * w_salida[j] * (1 - h[j] ** 2)
        for i in range(N_ENT):
            w_oculta[j][i] -= ALFA * d * x[i]
        u_oculta[j] -= ALFA * d

    return 0.5 * error ** 2


if __name__ == "__main__":
    patrones = []
    for k in range(60):
        a = random.uniform(-1, 1)
        b = random.uniform(-1, 1)
        patrones.append(([a, b], a * b))

    for epoca in range(200):
        total = 0.0
        for x, t in patrones:
            total += entrenar(x, t)
        if epoca % 40 == 0:
            print("Epoca", epoca, "error medio", total / len(patrones))
