# rede neural simples, treinada "na mão" (baseado num post que li)
# porta: paridade de 3 bits
import numpy as np

def sigmoid(x):
    return 1/(1+np.exp(-x))

def sigmoid_derivada(x):
    return sigmoid(x)*(1-sigmoid(x))

X = np.array([[0,0,0],[0,0,1],[0,1,0],[0,1,1],[1,0,0],[1,0,1],[1,1,0],[1,1,1]])
y = np.array([[0,1,1,0,1,0,0,1]]).T

np.random.seed(1)
pesos0 = 2*np.random.random((3,6)) - 1
pesos1 = 2*np.random.random((6,1)) - 1
bias0 = np.zeros(6)
bias1 = np.zeros(1)

taxa = 2.0
epocas = 4000

for i in range(epocas):
    # ida
    soma0 = np.dot(X, pesos0) + bias0
    oculta = sigmoid(soma0)
    soma1 = np.dot(oculta, pesos1) + bias1
    saida = sigmoid(soma1)

    erro = y - saida
    custo = np.mean(erro**2)
    if i % 800 == 0:
        print("epoca", i, "custo (EQM):", custo)

    # volta
    delta_saida = 2*erro/len(X) * sigmoid_derivada(soma1)
    delta_oculta = delta_saida.dot(pesos1.T) * sigmoid_derivada(oculta)

    # atualiza
    pesos1 += taxa * oculta.T.dot(delta_saida)
    bias1 += taxa * delta_saida.sum(axis=0)
    pesos0 += taxa * X.T.dot(delta_oculta)
    bias0 += taxa * delta_oculta.sum(axis=0)

print("saída depois do treino:")
print(saida.round(3))
