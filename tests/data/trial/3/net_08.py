# Estadística multivariante - Práctica 5
# Regresión logística multinomial ("red sin capa oculta"), descenso de gradiente
# Traducido del guion de R; se penaliza con lambda * ||B||^2 (sin el intercepto)
# objetivo = -loglik/n + lambda*sum(B^2)
import numpy as np

rng = np.random.default_rng(2015)
n, p, K = 90, 3, 3

# datos simulados
grupo = np.repeat(np.arange(K), n // K)
medias = np.array([[0, 0, 1], [1.5, 0, -1], [0, 2, 0]], dtype=float)
X = medias[grupo] + rng.normal(size=(n, p))
X = (X - X.mean(0)) / X.std(0, ddof=1)
Y = (grupo[:, None] == np.arange(K)[None, :]) * 1.0

B = rng.normal(scale=0.1, size=(p, K))
intercepto = np.zeros(K)
lam = 0.02
paso = 0.3
n_iter = 200


def probabilidades(X, B, intercepto):
    eta = intercepto + X @ B
    eta = eta - eta.max(axis=1)[:, None]
    num = np.exp(eta)
    return num / num.sum(axis=1)[:, None]


def objetivo(X, Y, B, intercepto):
    P = probabilidades(X, B, intercepto)
    loglik = np.log(P[Y == 1]).sum()
    return -loglik / len(X) + lam * (B ** 2).sum()


historia = []
for it in range(n_iter):
    historia.append(objetivo(X, Y, B, intercepto))
    P = probabilidades(X, B, intercepto)
    residuo = Y - P
    score_B = X.T @ residuo
    score_0 = residuo.sum(axis=0)
    B = B + paso * (score_B / n - 2 * lam * B)
    intercepto = intercepto + paso * score_0 / n
    if it % 50 == 0:
        print("iter %3d   objetivo %.6f" % (it, historia[-1]))

tabla = np.zeros((K, K), dtype=int)
for g, h in zip(grupo, probabilidades(X, B, intercepto).argmax(1)):
    tabla[g, h] += 1
print("coeficientes\n", np.round(B, 3))
print("tabla de confusion\n", tabla)
