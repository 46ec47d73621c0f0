#!/usr/bin/env python
# ttt_eval.py -- learns how good a noughts-and-crosses position is for X
# first version 2003, ported to python 3 some time in 2014 (print fixes mostly)
import math
import random

LINES = [(0,1,2),(3,4,5),(6,7,8),(0,3,6),(1,4,7),(2,5,8),(0,4,8),(2,4,6)]

def makeMatrix(I, J, fill=0.0):
    m = []
    for i in range(I):
        m.append([fill]*J)
    return m

def rand(a, b):
    return (b-a)*random.random() + a

class NN:
    def __init__(self, ni, nh, no):
        self.ni = ni + 1      # +1 for bias node
        self.nh = nh + 1      # ditto, on the hidden level
        self.no = no
        self.ai = [1.0]*self.ni
        self.ah = [1.0]*self.nh
        self.ao = [1.0]*self.no
        self.wi = makeMatrix(self.ni, self.nh - 1)
        self.wo = makeMatrix(self.nh, self.no)
        for i in range(self.ni):
            for j in range(self.nh - 1):
                self.wi[i][j] = rand(-0.3, 0.3)
        for j in range(self.nh):
            for k in range(self.no):
                self.wo[j][k] = rand(-0.5, 0.5)
        # last change in weights for momentum
        self.ci = makeMatrix(self.ni, self.nh - 1)
        self.co = makeMatrix(self.nh, self.no)

    def update(self, inputs):
        if len(inputs) != self.ni-1:
            raise ValueError('wrong number of inputs')
        for i in range(self.ni-1):
            self.ai[i] = inputs[i]
        for j in range(self.nh-1):
            s = 0.0
            for i in range(self.ni):
                s = s + self.ai[i]*self.wi[i][j]
            self.ah[j] = math.tanh(s)
        for k in range(self.no):
            s = 0.0
            for j in range(self.nh):
                s = s + self.ah[j]*self.wo[j][k]
            self.ao[k] = math.tanh(s)
        return self.ao[:]

    def backPropagate(self, targets, N, M):
        od = [0.0]*self.no
        err = 0.0
        for k in range(self.no):
            e = targets[k] - self.ao[k]
            err = err + 0.5*e**2
            od[k] = (1.0 - self.ao[k]**2)*e
        hd = [0.0]*(self.nh-1)
        for j in range(self.nh-1):
            e = 0.0
            for k in range(self.no):
                e = e + od[k]*self.wo[j][k]
            hd[j] = (1.0 - self.ah[j]**2)*e
        for j in range(self.nh):
            for k in range(self.no):
                self.co[j][k] = N*od[k]*self.ah[j] + M*self.co[j][k]
                self.wo[j][k] = self.wo[j][k] + self.co[j][k]
        for i in range(self.ni):
            for j in range(self.nh-1):
                self.ci[i][j] = N*hd[j]*self.ai[i] + M*self.ci[i][j]
                self.wi[i][j] = self.wi[i][j] + self.ci[i][j]
        return err

    def train(self, patterns, iterations=30, N=0.05, M=0.5):
        for n in range(iterations):
            error = 0.0
            random.shuffle(patterns)
            for p in patterns:
                self.update(p[0])
                error = error + self.backPropagate(p[1], N, M)
            if n % 10 == 0:
                print('error %-.5f' % error)

def random_game():
    b = [0.0]*9
    sq = list(range(9))
    random.shuffle(sq)
    who, history = 1.0, []
    for s in sq:
        b[s] = who
        history.append(b[:])
        for l in LINES:
            if b[l[0]] == b[l[1]] == b[l[2]] == who:
                return history, 0.9*who
        who = -who
    return history, 0.0

if __name__ == '__main__':
    random.seed(0)
    pats = []
    for g in range(60):
        h, res = random_game()
        pats.append([h[-1], [res]])
        pats.append([h[-2], [res]])
    n = NN(9, 7, 1)
    n.train(pats)
    print('centre only:', n.update([0,0,0,0,1.0,0,0,0,0]))
