# back propagation network in pure python, after an old textbook
# stochastic: weights change after each pattern, with momentum
import math
import random

random.seed(0)


def rand(a, b):
    return (b - a) * random.random() + a


def makeMatrix(I, J, fill=0.0):
    return [[fill] * J for _ in range(I)]


class BPN:
    def __init__(self, ni, nh, no):
        self.ni = ni + 1  # +1 for bias node
        self.nh = nh
        self.no = no
        self.ai = [1.0] * self.ni
        self.ah = [1.0] * self.nh
        self.ao = [1.0] * self.no
        self.wi = makeMatrix(self.ni, self.nh)
        self.wo = makeMatrix(self.nh, self.no)
        for i in range(self.ni):
            for j in range(self.nh):
                self.wi[i][j] = rand(-0.6, 0.6)
        for j in range(self.nh):
            for k in range(self.no):
                self.wo[j][k] = rand(-1.0, 1.0)
        # last change in weights for momentum
        self.ci = makeMatrix(self.ni, self.nh)
        self.co = makeMatrix(self.nh, self.no)

    def update(self, inputs):
        if len(inputs) != self.ni - 1:
            raise ValueError('wrong number of inputs')
        for i in range(self.ni - 1):
            self.ai[i] = inputs[i]
        for j in range(self.nh):
            s = 0.0
            for i in range(self.ni):
                s += self.ai[i] * self.wi[i][j]
            self.ah[j] = math.tanh(s)
        for k in range(self.no):
            s = 0.0
            for j in range(self.nh):
                s += self.ah[j] * self.wo[j][k]
            self.ao[k] = math.tanh(s)
        return self.ao[:]

    def backPropagate(self, targets, N, M):
        # error = sum 0.5*(target-output)^2
        output_deltas = [0.0] * self.no
        for k in range(self.no):
            output_deltas[k] = (targets[k] - self.ao[k]) * (1.0 - self.ao[k] ** 2)

        for j in range(self.nh):
            for k in range(self.no):
                change = N * output_deltas[k] * self.ah[j] + M * self.co[j][k]
                self.wo[j][k] += change
                self.co[j][k] = change

        hidden_deltas = [0.0] * self.nh
        for j in range(self.nh):
            err = 0.0
            for k in range(self.no):
                err += output_deltas[k] * self.wo[j][k]
            hidden_deltas[j] = err * (1.0 - self.ah[j] ** 2)

        for i in range(self.ni):
            for j in range(self.nh):
                change = N * hidden_deltas[j] * self.ai[i] + M * self.ci[i][j]
                self.wi[i][j] += change
                self.ci[i][j] = change

        error = 0.0
        for k in range(self.no):
            error += 0.5 * (targets[k] - self.ao[k]) ** 2
        return error

    def train(self, patterns, iterations=600, N=0.3, M=0.2):
        for it in range(iterations):
            error = 0.0
            for p in patterns:
                self.update(p[0])
                error += self.backPropagate(p[1], N, M)
            if it % 100 == 0:
                print('error %-.5f' % error)


def demo():
    pat = [[[0, 0], [0]], [[0, 1], [1]], [[1, 0], [1]], [[1, 1], [0]]]
    n = BPN(2, 3, 1)
    n.train(pat)
    for p in pat:
        print(p[0], '->', n.update(p[0]))


if __name__ == '__main__':
    demo()
