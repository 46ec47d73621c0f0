# ДЗ 2. Нейросеть на numpy, активация SiLU, регрессия, MSE
import numpy as np

def sigm(x): return 1/(1+np.exp(-x))
def silu(x): return x*sigm(x)
def silu_pr(x):
    s = sigm(x)
    return s + x*s*(1-s)

class Set:
    def __init__(self, razmery, seed=0):
        r = np.random.RandomState(seed)
        self.W = [r.randn(a, b)/np.sqrt(a) for a, b in zip(razmery, razmery[1:])]
        self.b = [np.zeros(b) for b in razmery[1:]]

    def vpered(self, x):
        self.z, self.a = [], [x]
        for i in range(len(self.W)):
            z = self.a[-1].dot(self.W[i]) + self.b[i]
            self.z.append(z)
            self.a.append(z if i == len(self.W)-1 else silu(z))
        return self.a[-1]

    def nazad(self, y):
        d = 2*(self.a[-1] - y)/y.size
        gW, gb = [None]*len(self.W), [None]*len(self.b)
        for i in range(len(self.W)-1, -1, -1):
            gW[i] = self.a[i].T.dot(d)
            gb[i] = d.sum(0)
            if i:
                d = d.dot(self.W[i].T)*silu_pr(self.z[i-1])
        return gW, gb

    def poteri(self, x, y):
        return np.mean((self.vpered(x) - y)**2)

    def epoha(self, X, Y, lr, batch, gen):
        """одна эпоха SGD по перемешанным минибатчам"""
        por = gen.permutation(len(X))
        for s in range(0, len(X), batch):
            xb = X[por[s:s+batch]]
            yb = Y[s:s+batch]
            self.vpered(xb)
            gW, gb = self.nazad(yb)
            for i in range(len(self.W)):
                self.W[i] -= lr*gW[i]
                self.b[i] -= lr*gb[i]

if __name__ == '__main__':
    gen = np.random.RandomState(1)
    X = gen.uniform(-2, 2, (200, 2))
    Y = np.c_[X[:, 0]*np.cos(X[:, 1]), X[:, 0] + X[:, 1]]
    net = Set([2, 10, 8, 2])
    for e in range(30):
        net.epoha(X, Y, 0.05, 20, gen)
        if e % 10 == 0:
            print('эпоха', e, 'MSE =', net.poteri(X, Y))
