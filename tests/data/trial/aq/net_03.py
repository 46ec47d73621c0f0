# -*- coding: utf-8 -*-
# TP n°5 - Apprentissage automatique (L3 Informatique)
# Classification en 3 classes : couche cachée ReLU + sortie softmax
import numpy as np


def relu(z):
    return np.maximum(z, 0)

def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)

def init_reseau(nx, nh, ny, graine=0):
    gen = np.random.RandomState(graine)
    poids = {}
    poids["Wh"] = gen.randn(nx, nh) * 0.3
    poids["bh"] = np.zeros((1, nh))
    poids["Wy"] = gen.randn(nh, ny) * 0.3
    poids["by"] = np.zeros((1, ny))
    return poids

def propagation(poids, X):
    sorties = {}
    sorties["X"] = X
    sorties["htilde"] = X @ poids["Wh"] + poids["bh"]
    sorties["h"] = relu(sorties["htilde"])
    sorties["ytilde"] = sorties["h"] @ poids["Wy"] + poids["by"]
    sorties["yhat"] = softmax(sorties["ytilde"])
    return sorties

def cout(yhat, Y):
    """entropie croisée moyenne sur le lot, et taux de bonnes réponses"""
    L = -np.mean(np.sum(Y * np.log(yhat + 1e-12), axis=1))
    acc = np.mean(yhat.argmax(1) == Y.argmax(1))
    return L, acc

def retropropagation(poids, sorties, Y):
    grads = {}
    d_y = sorties["yhat"] - Y
    grads["Wy"] = sorties["h"].T @ d_y
    grads["by"] = d_y.mean(axis=0, keepdims=True)
    d_h = (d_y @ poids["Wy"].T) * (sorties["htilde"] > 0)
    grads["Wh"] = sorties["X"].T @ d_h
    grads["bh"] = d_h.mean(axis=0, keepdims=True)
    return grads

def sgd(poids, grads, eta):
    for cle in poids:
        poids[cle] = poids[cle] - eta * grads[cle]
    return poids


if __name__ == "__main__":
    gen = np.random.RandomState(3)
    centres = np.array([[0, 2], [2, -1], [-2, -1]])
    etiq = gen.randint(0, 3, 150)
    X = centres[etiq] + gen.randn(150, 2) * 0.7
    Y = np.eye(3)[etiq]
    poids = init_reseau(2, 8, 3)
    Nlot = 15
    for it in range(20):
        perm = gen.permutation(len(X))
        X, Y = X[perm], Y[perm]
        for j in range(len(X) // Nlot):
            xl = X[j*Nlot:(j+1)*Nlot]
            yl = Y[j*Nlot:(j+1)*Nlot]
            s = propagation(poids, xl)
            g = retropropagation(poids, s, yl)
            poids = sgd(poids, g, 0.03)
        L, acc = cout(propagation(poids, X)["yhat"], Y)
        print("iter %d  cout %.4f  acc %.2f" % (it, L, acc))
