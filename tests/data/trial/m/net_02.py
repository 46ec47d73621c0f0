#!/usr/bin/env python
"""
Back-propagation network for the QSAR exercise (practical course, week 9).
No external libraries, runs on the old lab PCs.

descriptors: logP, molar refractivity, number of H-bond donors (all scaled 0..1)
activity:    scaled to 0..1
E = 1/2 * sum_k (target_k - out_k)^2 for every compound
"""
import math
import random


def sgm(v):
    return 1.0 / (1.0 + math.exp(-v))


class BPNet:
    def __init__(self, ni, nh, no, seed=1):
        rnd = random.Random(seed)
        self.ni, self.nh, self.no = ni, nh, no
        # last weight of each row is the threshold
        self.wh = [[rnd.uniform(-1, 1) for _ in range(ni + 1)] for _ in range(nh)]
        self.wo = [[rnd.uniform(-1, 1) for _ in range(nh + 1)] for _ in range(no)]

    def run(self, inp):
        self.ai = list(inp) + [1.0]
        self.ah = []
        for j in range(self.nh):
            s = 0.0
            for i in range(self.ni + 1):
                s += self.wh[j][i] * self.ai[i]
            self.ah.append(sgm(s))
        self.ah.append(1.0)
        self.ao = []
        for k in range(self.no):
            s = 0.0
            for j in range(self.nh + 1):
                s += self.wo[k][j] * self.ah[j]
            self.ao.append(sgm(s))
        return self.ao

    def learn(self, inp, target, rate):
        self.run(inp)
        err = 0.0
        # output layer
        do = [0.0] * self.no
        for k in range(self.no):
            e = target[k] - self.ao[k]
            err += 0.5 * e * e
            do[k] = e * self.ao[k] * (1.0 - self.ao[k])
            for j in range(self.nh + 1):
                self.wo[k][j] += rate * do[k] * self.ah[j]
        # hidden layer
        for j in range(self.nh):
            s = 0.0
            for k in range(self.no):
                s += do[k] * self.wo[k][j]
            dh = s * self.ah[j] * (1.0 - self.ah[j])
            for i in range(self.ni + 1):
                self.wh[j][i] += rate * dh * self.ai[i]
        return err


COMPOUNDS = [
    ([0.12, 0.40, 0.0], [0.15]), ([0.25, 0.42, 0.0], [0.28]),
    ([0.33, 0.51, 0.5], [0.35]), ([0.47, 0.55, 0.0], [0.62]),
    ([0.52, 0.58, 1.0], [0.41]), ([0.61, 0.70, 0.0], [0.80]),
    ([0.70, 0.66, 0.5], [0.71]), ([0.88, 0.91, 0.0], [0.64]),
]

if __name__ == '__main__':
    net = BPNet(3, 4, 1)
    for cycle in range(3001):
        total = 0.0
        for d, act in COMPOUNDS:
            total += net.learn(d, act, 0.5)
        if cycle % 500 == 0:
            print('cycle %5d   E = %.5f' % (cycle, total))
    for d, act in COMPOUNDS:
        print(d, 'exp %.2f  pred %.2f' % (act[0], net.run(d)[0]))
