# Laboratorio de Fisica III - Practica 7: calibracion del termistor
# Red neuronal sencilla (sin numpy, para entender los indices)
import math
import random

random.seed(7)

N_OCULTAS = 6
ETA = 0.05

# pesos
w_oc = [[random.uniform(-1, 1) for _ in range(2)] for _ in range(N_OCULTAS)]
b_oc = [random.uniform(-0.5, 0.5) for _ in range(N_OCULTAS)]
w_sal = [random.uniform(-1, 1) for _ in range(N_OCULTAS)]
b_sal = 0.0


def propagar(entrada):
    h = []
    for j in range(N_OCULTAS):
        suma = b_oc[j]
        for i in range(2):
            suma += w_oc[j][i] * entrada[i]
        h.append(math.tanh(suma))
    salida = b_sal
    for j in range(N_OCULTAS):
        salida += w_sal[j] * h[j]
    return h, salida


def error(entrada, objetivo):
    _, s = propagar(entrada)
    return 0.5 * (s - objetivo) ** 2


def entrenar_muestra(entrada, objetivo, eta=ETA):
    """un paso de descenso por gradiente para E = 1/2 (salida - objetivo)^2"""
    global b_sal
    h, s = propagar(entrada)
    delta = s - objetivo

    # capa de salida
    for j in range(N_OCULTAS):
        w_sal[j] -= eta * delta * h[j]
    b_sal -= eta * delta

    # capa oculta
    for j in range(N_OCULTAS):
        delta_j = delta * w_sal[j] * (1 - h[j] ** 2)
        for i in range(2):
            w_oc[j][i] -= eta * delta_j * entrada[i]
        b_oc[j] -= eta * delta_j


def medir(n):
    """datos simulados: (ln R normalizado, tension normalizada) -> T normalizada"""
    datos = []
    for _ in range(n):
        r = random.uniform(-1, 1)
        v = random.uniform(-1, 1)
        T = 0.8 * math.exp(-r) / math.e + 0.2 * v * r + random.gauss(0, 0.01)
        datos.append(([r, v], T))
    return datos


if __name__ == "__main__":
    datos = medir(60)
    for epoca in range(201):
        random.shuffle(datos)
        for x, T in datos:
            entrenar_muestra(x, T)
        if epoca % 40 == 0:
            E = sum(error(x, T) for x, T in datos) / len(datos)
            print("epoca %3d   <E> = %.6f" % (epoca, E))
