# Back-Propagation Neural Network, no libraries. Learns sin(x) on a few points.
import math
import random

random.seed(42)


def makeMatrix(I, J):
    return [[random.uniform(-0.6, 0.6) for _ in range(J)] for _ in range(I)]


def zeros(I, J):
    m = []
    for i in range(I):
        m.append([0.0] * J)
    return m


class NN:
    def __init__(self, ni, nh1, nh2, no):
        # +1 for bias node in every layer except the last
        self.sizes = [ni + 1, nh1 + 1, nh2 + 1, no]
        self.act = [[1.0] * n for n in self.sizes]
        self.wts, self.chg = [], []
        for k in range(3):
            fan_out = self.sizes[k + 1] - (1 if k < 2 else 0)
            self.wts.append(makeMatrix(self.sizes[k], fan_out))
            self.chg.append(zeros(self.sizes[k], fan_out))

    def update(self, inputs):
        for i in range(len(inputs)):
            self.act[0][i] = inputs[i]          # last one stays 1.0
        for k in range(3):
            w = self.wts[k]
            for j in range(len(w[0])):
                s = 0.0
                for i in range(self.sizes[k]):
                    s += self.act[k][i] * w[i][j]
                self.act[k + 1][j] = math.tanh(s) if k < 2 else s
        return self.act[3][:]

    def backPropagate(self, targets, N, M):
        # deltas for output (linear units)
        deltas = [None, None, None]
        deltas[2] = [targets[k] - self.act[3][k] for k in range(len(targets))]
        for k in (1, 0):
            nxt = deltas[k + 1]
            d = []
            for j in range(self.sizes[k + 1] - 1):
                err = 0.0
                for o in range(len(nxt)):
                    err += nxt[o] * self.wts[k + 1][j][o]
                d.append((1.0 - self.act[k + 1][j] ** 2) * err)
            deltas[k] = d

        for k in range(3):
            for i in range(self.sizes[k]):
                for j in range(len(deltas[k])):
                    change = N * deltas[k][j] * self.act[k][i] + M * self.chg[k][i][j]
                    self.wts[k][i][j] += change
                    self.chg[k][i][j] = change

        error = 0.0
        for k in range(len(targets)):
            error += 0.5 * (targets[k] - self.act[3][k]) ** 2
        return error

    def test(self, patterns):
        for p in patterns:
            print(p[0], '->', self.update(p[0]), 'want', p[1])

    def train(self, patterns, iterations=300, N=0.05, M=0.5):
        # N: learning rate, M: momentum factor
        for it in range(iterations):
            error = 0.0
            for p in patterns:
                self.update(p[0])
                error += self.backPropagate(p[1], N, M)
            if it % 100 == 0:
                print('error %-.5f' % error)


def demo():
    pat = [[[x / 4.0], [math.sin(x / 4.0), math.cos(x / 4.0)]] for x in range(-8, 9, 2)]
    n = NN(1, 5, 4, 2)
    n.train(pat)
    n.test(pat)


if __name__ == '__main__':
    demo()
