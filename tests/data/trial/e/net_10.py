# Back-Propagation Neural Network
# originally python 2.4, ported
from __future__ import print_function
import math, random, string, sys
if sys.version_info[0] > 2:
    xrange = range

random.seed(0)

def rand(a, b):
    return (b-a)*random.random() + a

def makeMatrix(I, J, fill=0.0):
    m = []
    for i in xrange(I):
        m.append([fill]*J)
    return m

def squash(x):
    return 1.0/(1.0+math.exp(-x))

def dsquash(y):
    return y*(1.0-y)

class NN:
    def __init__(self, ni, nh, no):
        self.ni = ni + 1 # +1 for bias node
        self.nh = nh
        self.no = no

        self.ai = [1.0]*self.ni
        self.ah = [1.0]*self.nh
        self.ao = [1.0]*self.no

        self.wi = makeMatrix(self.ni, self.nh)
        self.wo = makeMatrix(self.nh, self.no)
        for i in xrange(self.ni):
            for j in xrange(self.nh):
                self.wi[i][j] = rand(-0.8, 0.8)
        for j in xrange(self.nh):
            for k in xrange(self.no):
                self.wo[j][k] = rand(-2.0, 2.0)

        # last change in weights for momentum
        self.ci = makeMatrix(self.ni, self.nh)
        self.co = makeMatrix(self.nh, self.no)

    def update(self, inputs):
        if len(inputs) != self.ni-1:
            raise ValueError('wrong number of inputs')
        for i in xrange(self.ni-1):
            self.ai[i] = inputs[i]
        for j in xrange(self.nh):
            sum = 0.0
            for i in xrange(self.ni):
                sum = sum + self.ai[i]*self.wi[i][j]
            self.ah[j] = squash(sum)
        for k in xrange(self.no):
            sum = 0.0
            for j in xrange(self.nh):
                sum = sum + self.ah[j]*self.wo[j][k]
            self.ao[k] = squash(sum)
        return self.ao[:]

    def backPropagate(self, targets, N, M):
        output_deltas = [0.0]*self.no
        for k in xrange(self.no):
            error = targets[k]-self.ao[k]
            output_deltas[k] = dsquash(self.ao[k])*error

        hidden_deltas = [0.0]*self.nh
        for j in xrange(self.nh):
            error = 0.0
            for k in xrange(self.no):
                error = error + output_deltas[k]*self.wo[j][k]
            hidden_deltas[j] = dsquash(self.ah[j])*error

        for j in xrange(self.nh):
            for k in xrange(self.no):
                change = N*output_deltas[k]*self.ah[j] + M*self.co[j][k]
                self.wo[j][k] = self.wo[j][k] + change
                self.co[j][k] = change

        for i in xrange(self.ni):
            for j in xrange(self.nh):
                change = N*hidden_deltas[j]*self.ai[i] + M*self.ci[i][j]
                self.wi[i][j] = self.wi[i][j] + change
                self.ci[i][j] = change

        error = 0.0
        for k in xrange(len(targets)):
            error = error + 0.5*(targets[k]-self.ao[k])**2
        return error

    def train(self, patterns, iterations=800, N=0.5, M=0.5):
        for i in xrange(iterations):
            error = 0.0
            for p in patterns:
                self.update(p[0])
                error = error + self.backPropagate(p[1], N, M)
            if i % 100 == 0:
                print('error %-14f' % error)

def demo():
    pat = [[[0,0], [0]], [[0,1], [1]], [[1,0], [1]], [[1,1], [0]]]
    n = NN(2, 4, 1)
    n.train(pat)
    for p in pat:
        print(p[0], '->', n.update(p[0]))

if __name__ == '__main__':
    demo()
