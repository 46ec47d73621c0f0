# Esercitazione: regressione softmax (nessuno strato nascosto), 4 classi
from numpy import *
from numpy.random import default_rng
caso = default_rng(2023)

n, d, k = 120, 3, 4
vera = caso.normal(size=(d, k))*2
dati = caso.normal(size=(n, d))
classe = argmax(dati @ vera + caso.gumbel(size=(n, k))*0.3, axis=1)

A = zeros((d, k))
c = zeros(k)
passo = 0.5
decad = 0.001

def probabilita(x, A, c):
    s = x @ A + c
    s = s - amax(s, axis=1)[:, None]
    return exp(s)/sum(exp(s), axis=1)[:, None]

def costo(x, t, A, c):
    p = probabilita(x, A, c)
    return -mean(log(p[arange(len(t)), t])) + 0.5*decad*sum(A*A)

giro = 0
while giro < 200:
    p = probabilita(dati, A, c)
    g = p.copy()
    g[arange(n), classe] -= 1
    g /= n
    gA = dati.T @ g + decad*A
    gc = sum(g, axis=0)
    A -= passo*gA
    c -= passo*gc
    if giro % 50 == 0:
        print(giro, costo(dati, classe, A, c))
    giro += 1

print('accuratezza', mean(argmax(probabilita(dati, A, c), axis=1) == classe))
