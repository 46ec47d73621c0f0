# Rainfall-runoff toy model with a hand-made network, for the hydrology seminar.
# Inputs: P(t), P(t-1), P(t-2), PET(t).  Outputs: quick flow and base flow.
import numpy as np


class Capa:
    """una capa densa: y = f(W x + b), vectores de una muestra"""

    def __init__(self, n_entradas, n_salidas, relu, rs):
        self.W = rs.normal(0, np.sqrt(2.0 / n_entradas), size=(n_salidas, n_entradas))
        self.b = np.full(n_salidas, 0.01)
        self.relu = relu
        self.limpiar()

    def limpiar(self):
        self.gW = np.zeros(self.W.shape)
        self.gb = np.zeros(self.b.shape)

    def adelante(self, x):
        self.x = x
        self.z = self.W.dot(x) + self.b
        if self.relu:
            return np.where(self.z > 0, self.z, 0.0)
        return self.z

    def atras(self, dy):
        dz = dy
        if self.relu:
            dz = np.where(self.z > 0, dy, 0.0)
        self.gW += np.outer(dz, self.x)
        self.gb += dz
        return self.W.T.dot(dz)

    def actualizar(self, tasa, n):
        self.W -= tasa * self.gW / n
        self.b -= tasa * self.gb / n
        self.limpiar()


class Modelo:
    def __init__(self, tam, semilla=0):
        rs = np.random.RandomState(semilla)
        ult = len(tam) - 2
        self.capas = [Capa(tam[i], tam[i + 1], i != ult, rs) for i in range(len(tam) - 1)]

    def simular(self, x):
        for c in self.capas:
            x = c.adelante(x)
        return x

    def epoca(self, X, Q, tasa):
        """one full-batch step, returns J = 1/(2N) * sum_i |q_i - Q_i|^2"""
        J = 0.0
        for x, q in zip(X, Q):
            dif = self.simular(x) - q
            J += 0.5 * np.sum(dif ** 2)
            d = dif
            for c in self.capas[::-1]:
                d = c.atras(d)
        for c in self.capas:
            c.actualizar(tasa, len(X))
        return J / len(X)


def cuenca(dias=150, semilla=8):
    rs = np.random.RandomState(semilla)
    P = rs.gamma(0.6, 1.0, dias)
    pet = 0.5 + 0.3 * np.sin(2 * np.pi * np.arange(dias) / 365)
    X, Q = [], []
    S = 1.0
    for t in range(2, dias):
        S = 0.9 * S + 0.1 * max(P[t] - pet[t], 0)
        X.append([P[t], P[t - 1], P[t - 2], pet[t]])
        Q.append([max(0.5 * P[t] + 0.2 * P[t - 1] - pet[t], 0), 0.3 * S + 0.05 * P[t - 2]])
    return np.array(X), np.array(Q)


if __name__ == "__main__":
    X, Q = cuenca()
    m = Modelo([4, 10, 6, 2], semilla=3)
    for e in range(301):
        J = m.epoca(X, Q, 0.02)
        if e % 50 == 0:
            print("epoca", e, "J =", round(J, 5))
    sim = np.array([m.simular(x) for x in X])
    print("NSE:", 1 - ((sim - Q) ** 2).sum(0) / ((Q - Q.mean(0)) ** 2).sum(0))
