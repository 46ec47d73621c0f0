# Terminale spé maths / NSI - séance 9 : un petit réseau de neurones
# Deux classes de points : étiquette +1 (dans le disque) ou -1 (dehors)
# Perte logistique :  moyenne de  ln(1 + exp(-y * f(x)))

import numpy as np

def sigma(t):
    return 1 / (1 + np.exp(-t))

def nuage(n, graine=5):
    hasard = np.random.RandomState(graine)
    pts = hasard.uniform(-1.5, 1.5, size=(n, 2))
    y = np.where(pts[:, 0]**2 + pts[:, 1]**2 < 1, 1.0, -1.0)
    return pts, y

def initialiser(p, graine=12):
    hasard = np.random.RandomState(graine)
    V = hasard.normal(0, 1, size=(2, p))     # entrée -> cachée
    c = np.zeros(p)
    w = hasard.normal(0, 1, size=p)          # cachée -> sortie (un seul neurone)
    d = 0.0
    return V, c, w, d

def reseau(x, V, c, w, d):
    h = sigma(x @ V + c)
    f = h @ w + d
    return h, f

def perte(f, y):
    return np.mean(np.log(1 + np.exp(-y * f)))

def une_etape(x, y, V, c, w, d, pas):
    n = len(y)
    h, f = reseau(x, V, c, w, d)

    # dérivée de la perte par rapport à f
    df = (sigma(f) - y) / n

    dw = h.T @ df
    dd = df.sum()
    dz = np.outer(df, w) * h * (1 - h)
    dV = x.T @ dz
    dc = dz.sum(axis=0)

    return V - pas * dV, c - pas * dc, w - pas * dw, d - pas * dd

def entrainer(x, y, p=6, pas=0.5, etapes=2000):
    V, c, w, d = initialiser(p)
    for k in range(etapes):
        V, c, w, d = une_etape(x, y, V, c, w, d, pas)
        if k % 400 == 0:
            _, f = reseau(x, V, c, w, d)
            print("étape", k, " perte =", round(perte(f, y), 4))
    return V, c, w, d

if __name__ == "__main__":
    x, y = nuage(80)
    V, c, w, d = entrainer(x, y)
    _, f = reseau(x, V, c, w, d)
    print("bien classés :", int(np.sum(np.sign(f) == y)), "sur", len(y))
