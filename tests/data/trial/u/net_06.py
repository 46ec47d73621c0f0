# Pronostico de volatilidad con una red pequena, sin bibliotecas.
import math
import random

PENDIENTE = 0.05


def activar(z):
    return z if z > 0 else PENDIENTE * z


def derivada(z):
    return 1.0 if z > 0 else PENDIENTE


def crear_red(n_entradas, n_ocultas, azar):
    escala = 1.0 / math.sqrt(n_entradas)
    # cada neurona: pesos seguidos del sesgo en la ultima posicion
    ocultas = [[azar.gauss(0, escala) for _ in range(n_entradas)] + [azar.gauss(0, 0.1)]
               for _ in range(n_ocultas)]
    salida = [azar.gauss(0, 1.0 / math.sqrt(n_ocultas)) for _ in range(n_ocultas)] + [0.0]
    return ocultas, salida


def propagar(red, x):
    ocultas, salida = red
    zs = [sum(p * e for p, e in zip(neurona, x)) + neurona[-1] for neurona in ocultas]
    hs = [activar(z) for z in zs]
    y = sum(p * h for p, h in zip(salida, hs)) + salida[-1]
    return zs, hs, y


def perdida(red, x, objetivo):
    return 0.5 * (propagar(red, x)[2] - objetivo) ** 2


def ajustar(red, x, objetivo, tasa):
    ocultas, salida = red
    zs, hs, y = propagar(red, x)
    error = y - objetivo
    deltas = [error * salida[j] * derivada(zs[j]) for j in range(len(hs))]

    for j, h in enumerate(hs):
        salida[j] -= tasa * error * h
    salida[-1] -= tasa * error

    for j, neurona in enumerate(ocultas):
        for i, e in enumerate(x):
            neurona[i] -= tasa * deltas[j] * e
        neurona[-1] -= tasa * deltas[j]
    return 0.5 * error * error


def serie_garch(n, azar):
    var, r = 1.0, 0.0
    log_var = []
    for _ in range(n):
        var = 0.1 + 0.3 * r * r + 0.6 * var
        r = azar.gauss(0, math.sqrt(var))
        log_var.append(math.log(var))
    return log_var


if __name__ == "__main__":
    azar = random.Random(5)
    serie = serie_garch(200, azar)
    ejemplos = [(serie[t - 3:t], serie[t]) for t in range(3, len(serie))]
    red = crear_red(3, 6, azar)
    for epoca in range(20):
        azar.shuffle(ejemplos)
        total = sum(ajustar(red, x, obj, 0.02) for x, obj in ejemplos)
        if epoca % 5 == 0:
            print("epoca", epoca, "perdida media", total / len(ejemplos))
