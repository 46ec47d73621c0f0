# -*- coding: utf-8 -*-
# Лабораторная работа №4. Многослойный перцептрон. Вариант 9
# Объекты - столбцы матрицы, свободный член спрятан в матрице весов (строка единиц)
import numpy as np

rs = np.random.RandomState(4)


def edinicy(M):
    """дописать строку единиц"""
    return np.vstack((M, np.ones((1, M.shape[1]))))


def softplus(Z):
    return np.maximum(Z, 0) + np.log1p(np.exp(-np.abs(Z)))


def pryamoy(W, V, X):
    Z = W @ edinicy(X)
    H = softplus(Z)
    Y = V @ edinicy(H)
    return Z, H, Y


def oshibka(W, V, X, D, alpha):
    Y = pryamoy(W, V, X)[2]
    # штраф не действует на свободные члены
    return 0.5 * np.sum((Y - D) ** 2) + 0.5 * alpha * (np.sum(W[:, :-1] ** 2) + np.sum(V[:, :-1] ** 2))


def shag(W, V, X, D, eta, alpha):
    Z, H, Y = pryamoy(W, V, X)
    E = Y - D
    gV = E @ edinicy(H).T
    gV[:, :-1] += alpha * V[:, :-1]
    S = (V[:, :-1].T @ E) / (1.0 + np.exp(-Z))
    gW = S @ edinicy(X).T
    gW[:, :-1] += alpha * W[:, :-1]
    return W - eta * gW, V - eta * gV


if __name__ == '__main__':
    N = 40
    X = rs.uniform(-2, 2, size=(2, N))
    D = np.vstack((X[0] ** 2 - X[1], np.abs(X[0] + X[1])))
    W = rs.normal(size=(9, 3)) * 0.5
    V = rs.normal(size=(2, 10)) * 0.5
    alpha = 0.01
    for epoha in range(1500):
        W, V = shag(W, V, X, D, 0.001, alpha)
        if epoha % 300 == 0:
            print(u'эпоха', epoha, u'ошибка', oshibka(W, V, X, D, alpha))
    print(u'итог:', oshibka(W, V, X, D, alpha))
