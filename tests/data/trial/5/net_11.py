# Back-Propagation Neural Networks
# ported to py3 from the classic bpnn recipe, used here for a 3-bit parity table
import math
import random

random.seed(0)

def rand(a, b):
    return (b-a)*random.random() + a

def makeMatrix(I, J, fill=0.0):
    return [[fill]*J for i in range(I)]

def sigmoid(x):
    return math.tanh(x)

# derivative of our sigmoid function, in terms of the output (i.e. y)
def dsigmoid(y):
    return 1.0 - y**2

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
        for i in range(self.ni):
            for j in range(self.nh):
                self.wi[i][j] = rand(-0.8, 0.8)
        for j in range(self.nh):
            for k in range(self.no):
                self.wo[j][k] = rand(-1.0, 1.0)

        # last step of every weight, for momentum
        self.ci = makeMatrix(self.ni, self.nh)
        self.co = makeMatrix(self.nh, self.no)

    def update(self, inputs):
        if len(inputs) != self.ni-1:
            raise ValueError('wrong number of inputs')
        for i in range(self.ni-1):
            self.ai[i] = inputs[i]
        for j in range(self.nh):
            s = 0.0
            for i in range(self.ni):
                s = s + self.ai[i] * self.wi[i][j]
            self.ah[j] = sigmoid(s)
        for k in range(self.no):
            s = 0.0
            for j in range(self.nh):
                s = s + self.ah[j] * self.wo[j][k]
            self.ao[k] = sigmoid(s)
        return self.ao[:]

    def backPropagate(self, targets, N, M):
        # error terms for output
        output_deltas = [0.0] * self.no
        for k in range(self.no):
            error = targets[k]-self.ao[k]
            output_deltas[k] = dsigmoid(self.ao[k]) * error
        # error terms for hidden
        hidden_deltas = [0.0] * self.nh
        for j in range(self.nh):
            error = 0.0
            for k in range(self.no):
                error = error + output_deltas[k]*self.wo[j][k]
            hidden_deltas[j] = dsigmoid(self.ah[j]) * error
        # update output weights
        for j in range(self.nh):
            for k in range(self.no):
                self.co[j][k] = N*output_deltas[k]*self.ah[j] + M*self.co[j][k]
                self.wo[j][k] = self.wo[j][k] + self.co[j][k]
        # update input weights
        for i in range(self.ni):
            for j in range(self.nh):
                self.ci[i][j] = N*hidden_deltas[j]*self.ai[i] + M*self.ci[i][j]
                self.wi[i][j] = self.wi[i][j] + self.ci[i][j]
        # calculate error
        error = 0.0
        for k in range(len(targets)):
            error = error + 0.5*(targets[k]-self.ao[k])**2
        return error

    def train(self, patterns, iterations=300, N=0.1, M=0.5):
        # N: learning rate
        # M: momentum factor
        for i in range(iterations):
            error = 0.0
            for p in patterns:
                self.update(p[0])
                error = error + self.backPropagate(p[1], N, M)
            if i % 50 == 0:
                print('error %-.5f' % error)

def demo():
    pat = [[[a, b, c], [(a+b+c) % 2, 0.9*(a+b+c > 1)]]
           for a in (0, 1) for b in (0, 1) for c in (0, 1)]
    n = NN(3, 6, 2)
    n.train(pat)
    for p in pat:
        print(p[0], '->', n.update(p[0]))

if __name__ == '__main__':
    demo()
