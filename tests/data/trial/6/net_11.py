"""
Lista de Exercícios 2 - Questão 4 (regressão logística multinomial)
Disciplina: Aprendizado de Máquina

a) implemente o gradiente do custo
        J(theta) = -(1/n) sum_i log p(y_i | x_i) + (alfa/2) * ||theta sem a linha do viés||^2
b) treine com descida de gradiente estocástica em mini-lotes
"""
import numpy as np


def adiciona_vies(X):
    # coluna de 1s na frente -> a linha 0 de theta é o viés
    return np.c_[np.ones(len(X)), X]


def probabilidades(theta, Xb):
    s = Xb @ theta
    s = s - s.max(1)[:, None]
    e = np.exp(s)
    return e / e.sum(1)[:, None]


def custo(theta, Xb, y, alfa):
    p = probabilidades(theta, Xb)
    ll = 0
    for i in range(len(y)):
        ll += np.log(p[i, y[i]])
    return -ll / len(y) + alfa / 2 * (theta[1:] ** 2).sum()


def gradiente(theta, Xb, y, alfa):
    n, k = len(y), theta.shape[1]
    p = probabilidades(theta, Xb)
    g = np.zeros_like(theta)
    for c in range(k):
        # resíduo da classe c
        res = p[:, c] - (y == c)
        g[:, c] = (Xb * res[:, None]).mean(axis=0)
    reg = alfa * theta
    reg[0] = 0
    return g + reg


def treina(X, y, k, taxa=0.5, alfa=0.01, epocas=30, lote=16, semente=0):
    gerador = np.random.RandomState(semente)
    Xb = adiciona_vies(X)
    theta = 0.01 * gerador.randn(Xb.shape[1], k)
    historico = []
    for ep in range(epocas):
        idx = gerador.permutation(len(y))
        for ini in range(0, len(y), lote):
            sel = idx[ini:ini + lote]
            theta = theta - taxa * gradiente(theta, Xb[sel], y[sel], alfa)
        historico.append(custo(theta, Xb, y, alfa))
    return theta, historico


def acuracia(theta, X, y):
    return (probabilidades(theta, adiciona_vies(X)).argmax(1) == y).mean()


if __name__ == "__main__":
    g = np.random.RandomState(42)
    centros = np.array([[0, 2, 1], [2, 0, -1], [-2, -1, 0], [1, -2, 2]])
    y = g.randint(0, 4, 150)
    X = centros[y] + g.randn(150, 3)
    theta, hist = treina(X[:110], y[:110], 4)
    for ep in range(0, 30, 10):
        print(f"época {ep:3d}   custo {hist[ep]:.4f}")
    print("acurácia treino:", acuracia(theta, X[:110], y[:110]))
    print("acurácia teste: ", acuracia(theta, X[110:], y[110:]))
