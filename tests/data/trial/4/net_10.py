#####################################################################
# autoenc.py - compressao de 4 canais de vibracao (motor) em 2 valores
# prototipo p/ firmware STM32 - sem bias p/ economizar RAM
# depois passar tudo p/ C (por isso so tem for e vetor)
#####################################################################
import math

NCAM = 5
N = [4, 6, 2, 6, 4]          # neuronios por camada
NAMOSTRA = 16
ALFA = 1.0                   # elu
TAXA = 0.08
CICLOS = 150

# gerador congruente, igual ao do firmware
semente = 12345
def aleatorio():
    global semente
    semente = (1103515245 * semente + 12345) & 0x7FFFFFFF
    return semente / 2147483648.0 - 0.5

def novo(k):
    return [[0.0] * N[k] for j in range(N[k + 1])]

# peso[k][j][i] : da camada k neuronio i para camada k+1 neuronio j
peso = []
for k in range(NCAM - 1):
    p = novo(k)
    for j in range(N[k + 1]):
        for i in range(N[k]):
            p[j][i] = 1.4 * aleatorio()
    peso.append(p)

amostra = []
for a in range(NAMOSTRA):
    f1 = 2 * aleatorio()
    f2 = 2 * aleatorio()
    amostra.append([f1, f2, 0.5 * f1 - 0.5 * f2, math.sin(f1)])

soma = [[0.0] * n for n in N]
saida = [[0.0] * n for n in N]
delta = [[0.0] * n for n in N]

def propaga(x):
    for i in range(N[0]):
        saida[0][i] = x[i]
    for k in range(NCAM - 1):
        for j in range(N[k + 1]):
            s = 0.0
            for i in range(N[k]):
                s += peso[k][j][i] * saida[k][i]
            soma[k + 1][j] = s
            if k == NCAM - 2:
                saida[k + 1][j] = s              # ultima camada linear
            elif s > 0:
                saida[k + 1][j] = s
            else:
                saida[k + 1][j] = ALFA * (math.exp(s) - 1.0)

def retropropaga(x, grad):
    u = NCAM - 1
    for j in range(N[u]):
        delta[u][j] = 2.0 * (saida[u][j] - x[j])
    for k in range(u - 1, -1, -1):
        for j in range(N[k + 1]):
            for i in range(N[k]):
                grad[k][j][i] += delta[k + 1][j] * saida[k][i]
        if k > 0:
            for i in range(N[k]):
                s = 0.0
                for j in range(N[k + 1]):
                    s += peso[k][j][i] * delta[k + 1][j]
                if soma[k][i] > 0:
                    delta[k][i] = s
                else:
                    delta[k][i] = s * (saida[k][i] + ALFA)

for ciclo in range(CICLOS):
    grad = [novo(k) for k in range(NCAM - 1)]
    erro = 0.0
    for x in amostra:
        propaga(x)
        for j in range(N[NCAM - 1]):
            erro += (saida[NCAM - 1][j] - x[j]) ** 2
        retropropaga(x, grad)
    erro = erro / (NAMOSTRA * N[NCAM - 1])       # erro medio quadratico
    for k in range(NCAM - 1):
        for j in range(N[k + 1]):
            for i in range(N[k]):
                peso[k][j][i] -= TAXA * grad[k][j][i] / (NAMOSTRA * N[NCAM - 1])
    if ciclo % 30 == 0:
        print("ciclo %4d  eqm %f" % (ciclo, erro))
