# -*- coding: utf-8 -*-
# Rede neural em Python puro, sem nenhuma biblioteca!
# post original: "Redes neurais para quem tem preguica", blog do Caio, outubro de 2010
# (atualizado em 2014 para print com parenteses)
import math
import random

random.seed(7)


def sorteia(a, b):
    return (b - a) * random.random() + a


def matriz(I, J, valor=0.0):
    m = []
    for i in range(I):
        m.append([valor] * J)
    return m


class RedeNeural:
    def __init__(self, ni, nh, no):
        self.ni = ni + 1        # +1 para o no do bias
        self.nh = nh
        self.no = no
        self.ai = [1.0] * self.ni
        self.ah = [1.0] * self.nh
        self.ao = [1.0] * self.no
        self.wi = matriz(self.ni, self.nh)
        self.wo = matriz(self.nh, self.no)
        for i in range(self.ni):
            for j in range(self.nh):
                self.wi[i][j] = sorteia(-0.6, 0.6)
        for j in range(self.nh):
            for k in range(self.no):
                self.wo[j][k] = sorteia(-1.0, 1.0)
        # ultimas mudancas nos pesos (momento)
        self.ci = matriz(self.ni, self.nh)
        self.co = matriz(self.nh, self.no)

    def calcula(self, entradas):
        if len(entradas) != self.ni - 1:
            raise ValueError('numero errado de entradas')
        for i in range(self.ni - 1):
            self.ai[i] = entradas[i]
        for j in range(self.nh):
            soma = 0.0
            for i in range(self.ni):
                soma = soma + self.ai[i] * self.wi[i][j]
            self.ah[j] = math.tanh(soma)
        for k in range(self.no):
            soma = 0.0
            for j in range(self.nh):
                soma = soma + self.ah[j] * self.wo[j][k]
            self.ao[k] = math.tanh(soma)
        return self.ao[:]

    def retropropaga(self, alvos, N, M):
        # deltas da saida
        delta_o = [0.0] * self.no
        for k in range(self.no):
            erro = alvos[k] - self.ao[k]
            delta_o[k] = (1.0 - self.ao[k] ** 2) * erro

        # pesos escondida -> saida, e o erro que volta para a camada escondida
        delta_h = [0.0] * self.nh
        for j in range(self.nh):
            erro = 0.0
            for k in range(self.no):
                muda = N * delta_o[k] * self.ah[j] + M * self.co[j][k]
                self.wo[j][k] += muda
                self.co[j][k] = muda
                erro += delta_o[k] * self.wo[j][k]
            delta_h[j] = (1.0 - self.ah[j] ** 2) * erro

        # pesos entrada -> escondida
        for i in range(self.ni):
            for j in range(self.nh):
                muda = N * delta_h[j] * self.ai[i] + M * self.ci[i][j]
                self.wi[i][j] += muda
                self.ci[i][j] = muda

        erro = 0.0
        for k in range(len(alvos)):
            erro += 0.5 * (alvos[k] - self.ao[k]) ** 2
        return erro

    def treina(self, padroes, iteracoes=600, N=0.3, M=0.1):
        for it in range(iteracoes):
            erro = 0.0
            for p in padroes:
                self.calcula(p[0])
                erro += self.retropropaga(p[1], N, M)
            if it % 100 == 0:
                print('erro %-.5f' % erro)


if __name__ == '__main__':
    # a velha XOR
    pat = [[[0, 0], [0]], [[0, 1], [1]], [[1, 0], [1]], [[1, 1], [0]]]
    n = RedeNeural(2, 3, 1)
    n.treina(pat)
    for p in pat:
        print(p[0], '->', n.calcula(p[0]))
