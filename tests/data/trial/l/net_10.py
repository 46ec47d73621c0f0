# Rede neural orientada a objetos, sem bibliotecas (feita com meu neto, 13 anos)
from math import exp, tanh
from random import Random

sorteio = Random(99)


class Neuronio:
    def __init__(self, n_entradas, tipo):
        self.pesos = [sorteio.gauss(0, 0.7) for _ in range(n_entradas)]
        self.vies = sorteio.gauss(0, 0.7)
        self.tipo = tipo
        self.saida = 0.0
        self.delta = 0.0

    def ativar(self, entradas):
        self.entradas = list(entradas)
        soma = self.vies + sum(p * e for p, e in zip(self.pesos, entradas))
        self.saida = tanh(soma) if self.tipo == "tanh" else 1 / (1 + exp(-soma))
        return self.saida

    def derivada(self):
        if self.tipo == "tanh":
            return 1 - self.saida ** 2
        return self.saida * (1 - self.saida)

    def ajustar(self, taxa):
        for i, e in enumerate(self.entradas):
            self.pesos[i] -= taxa * self.delta * e
        self.vies -= taxa * self.delta


class Rede:
    def __init__(self, tamanhos):
        self.camadas = []
        for c in range(1, len(tamanhos)):
            tipo = "sigmoide" if c == len(tamanhos) - 1 else "tanh"
            self.camadas.append([Neuronio(tamanhos[c - 1], tipo) for _ in range(tamanhos[c])])

    def calcular(self, x):
        for camada in self.camadas:
            x = [n.ativar(x) for n in camada]
        return x

    def erro(self, x, alvo):
        return sum((s - a) ** 2 for s, a in zip(self.calcular(x), alvo))

    def aprender(self, x, alvo, taxa):
        self.calcular(x)
        for n, a in zip(self.camadas[-1], alvo):
            n.delta = 2 * (n.saida - a) * n.derivada()
        for c in range(len(self.camadas) - 2, -1, -1):
            for j, n in enumerate(self.camadas[c]):
                n.delta = n.derivada() * sum(m.pesos[j] * m.delta for m in self.camadas[c + 1])
        for camada in self.camadas:
            for n in camada:
                n.ajustar(taxa)


# somador de um bit: (a, b, vem-um) -> (soma, vai-um)
tabela = []
for a in (0, 1):
    for b in (0, 1):
        for v in (0, 1):
            t = a + b + v
            tabela.append(([a, b, v], [t % 2, t // 2]))

if __name__ == "__main__":
    rede = Rede([3, 5, 4, 2])
    for vez in range(1500):
        sorteio.shuffle(tabela)
        for x, alvo in tabela:
            rede.aprender(x, alvo, 0.15)
        if vez % 250 == 0:
            print("vez", vez, "erro total", round(sum(rede.erro(x, al) for x, al in tabela), 5))
    for x, alvo in sorted(tabela):
        print(x, alvo, [round(s, 2) for s in rede.calcular(x)])
