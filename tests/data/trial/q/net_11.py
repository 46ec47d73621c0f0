# Trabalho 2 - Aprendizado de Maquina
# Aluno: Joao Pedro
# rede profunda (4 camadas escondidas), sem bias, um exemplo de cada vez
import numpy as np

INCLINACAO = 0.2


def leaky(v):
    return np.maximum(v, INCLINACAO * v)


def leaky_linha(v):
    d = np.ones(v.shape)
    d[v < 0] = INCLINACAO
    return d


def cria_rede(tamanhos, rng):
    # pesos[c][i, j]: do neuronio j da camada c para o neuronio i da camada c+1
    pesos = []
    for c in range(len(tamanhos) - 1):
        pesos.append(rng.normal(size=(tamanhos[c + 1], tamanhos[c])) * np.sqrt(1.9 / tamanhos[c]))
    return pesos


def propaga(pesos, x):
    vs = []
    ys = [x]
    for c, W in enumerate(pesos):
        v = W @ ys[-1]
        vs.append(v)
        ys.append(v if c == len(pesos) - 1 else leaky(v))
    return vs, ys


def custo(pesos, x, alvo):
    # soma dos quadrados de um exemplo
    _, ys = propaga(pesos, x)
    return float(np.sum((alvo - ys[-1]) ** 2))


def treina_exemplo(pesos, x, alvo, taxa):
    vs, ys = propaga(pesos, x)
    erro = alvo - ys[-1]
    delta = -2 * erro
    gradientes = []
    for c in range(len(pesos) - 1, -1, -1):
        gradientes.insert(0, np.outer(delta, ys[c]))
        if c > 0:
            delta = (pesos[c].T @ delta) * leaky_linha(vs[c - 1])
    for c in range(len(pesos)):
        pesos[c] -= taxa * gradientes[c]
    return float(np.sum(erro ** 2))


if __name__ == "__main__":
    rng = np.random.default_rng(11)
    entradas = rng.uniform(-1, 1, size=(100, 3))
    alvos = np.array([[abs(a) - b, max(b, c)] for a, b, c in entradas])
    rede = cria_rede([3, 10, 10, 8, 6, 2], rng)
    for epoca in range(60):
        total = 0
        for i in rng.permutation(100):
            total += treina_exemplo(rede, entradas[i], alvos[i], 0.005)
        if epoca % 10 == 0:
            print("epoca", epoca, "custo medio", total / 100)
