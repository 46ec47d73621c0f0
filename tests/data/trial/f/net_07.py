# Red neuronal desde cero - cuaderno de la clase 5
import numpy as np

sigm = (lambda x: 1 / (1 + np.exp(-x)),
        lambda a: a * (1 - a))

tangente = (lambda x: np.tanh(x),
            lambda a: 1 - a ** 2)

# error cuadratico medio
coste = (lambda Yp, Yr: np.mean((Yp - Yr) ** 2),
         lambda Yp, Yr: 2 * (Yp - Yr) / Yr.size)


class CapaNeuronal:
    def __init__(self, n_conex, n_neur, act_f):
        self.act_f = act_f
        self.b = np.random.rand(1, n_neur) - 0.5
        self.W = np.random.rand(n_conex, n_neur) - 0.5


def crear_red(topologia):
    red = []
    for l in range(len(topologia) - 1):
        f = sigm if l == len(topologia) - 2 else tangente
        red.append(CapaNeuronal(topologia[l], topologia[l + 1], f))
    return red


def entrenar(red, X, Y, coste, tasa=0.5, entrena=True):
    # pase hacia delante
    salida = [(None, X)]
    for capa in red:
        z = salida[-1][1] @ capa.W + capa.b
        a = capa.act_f[0](z)
        salida.append((z, a))

    if entrena:
        deltas = []
        for l in reversed(range(len(red))):
            z, a = salida[l + 1]
            if l == len(red) - 1:
                deltas.insert(0, coste[1](a, Y) * red[l].act_f[1](a))
            else:
                deltas.insert(0, (deltas[0] @ W_sig.T) * red[l].act_f[1](z))
            W_sig = red[l].W

            # descenso del gradiente
            red[l].b = red[l].b - tasa * np.mean(deltas[0], axis=0, keepdims=True)
            red[l].W = red[l].W - tasa * salida[l][1].T @ deltas[0]

    return salida[-1][1]


def circulos(n):
    ang = np.random.rand(n) * 2 * np.pi
    radio = np.where(np.arange(n) % 2 == 0, 1.0, 0.5)
    X = np.c_[radio * np.cos(ang), radio * np.sin(ang)] + 0.05 * np.random.randn(n, 2)
    return X, (np.arange(n) % 2).reshape(-1, 1)


if __name__ == "__main__":
    np.random.seed(5)
    X, Y = circulos(100)
    red = crear_red([2, 6, 4, 1])
    perdida = []
    for i in range(2000):
        pY = entrenar(red, X, Y, coste, tasa=0.1)
        if i % 250 == 0:
            perdida.append(coste[0](pY, Y))
            print("paso", i, "coste", round(perdida[-1], 5))
    print("aciertos:", np.mean((pY > 0.5) == Y))
