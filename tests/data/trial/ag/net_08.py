# Regressão softmax (sem camada escondida) - trabalho de aprendizado de máquina
# linhas = exemplos, colunas = atributos
import numpy as np

np.random.seed(42)

nomes = ['setosa', 'versicolor', 'virginica']
medias = np.array([[5.0, 3.4, 1.5, 0.2],
                   [5.9, 2.8, 4.3, 1.3],
                   [6.6, 3.0, 5.5, 2.0]])


def gerar_flores(n_por_classe=40):
    dados, rotulos = [], []
    for c in range(3):
        dados.append(medias[c] + 0.3 * np.random.randn(n_por_classe, 4))
        rotulos += [c] * n_por_classe
    dados = np.vstack(dados)
    dados = (dados - dados.mean(axis=0)) / dados.std(axis=0)
    return dados, np.array(rotulos)


def codificar(rotulos, k=3):
    return np.eye(k)[rotulos]


def softmax(z):
    z = z - np.max(z)
    exp = np.exp(z)
    return exp / np.sum(exp, axis=0)


def prever(X, pesos, vies):
    return softmax(X.dot(pesos) + vies)


def entropia_cruzada(P, Y):
    return -np.sum(Y * np.log(P)) / Y.shape[0]


def gradientes(X, Y, P):
    n = X.shape[0]
    erro = (P - Y) / n
    return X.T.dot(erro), erro.sum(axis=0)


def treinar(X, Y, taxa=0.5, epocas=300, verboso=True):
    pesos = 0.01 * np.random.randn(X.shape[1], Y.shape[1])
    vies = np.zeros(Y.shape[1])
    historico = []
    for ep in range(epocas):
        P = prever(X, pesos, vies)
        historico.append(entropia_cruzada(P, Y))
        g_pesos, g_vies = gradientes(X, Y, P)
        pesos -= taxa * g_pesos
        vies -= taxa * g_vies
        if verboso and ep % 50 == 0:
            print(f'época {ep:4d}   perda {historico[-1]:.4f}')
    return pesos, vies, historico


if __name__ == '__main__':
    X, r = gerar_flores()
    Y = codificar(r)
    pesos, vies, hist = treinar(X, Y)
    palpite = np.argmax(X.dot(pesos) + vies, axis=1)
    print('acurácia:', np.mean(palpite == r))
    for i in (0, 50, 100):
        print(nomes[r[i]], '->', nomes[palpite[i]])
