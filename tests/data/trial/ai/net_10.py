import numpy as np

def sig(x): return 1/(1+np.exp(-x))
def silu(x): return x*sig(x)
def silu_prime(x):
    s = sig(x)
    return s + s*(1-s)

def bce(logits, t):
    # mean binary cross-entropy, stable version
    return np.mean(np.maximum(logits,0) - logits*t + np.log1p(np.exp(-np.abs(logits))))

class Net:
    def __init__(self, nin=2, nh=9, seed=None):
        r = np.random.RandomState(seed)
        self.w1 = r.randn(nin, nh)*0.7; self.b1 = np.zeros(nh)
        self.w2 = r.randn(nh, nh)*0.4;  self.b2 = np.zeros(nh)
        self.w3 = r.randn(nh, 1)*0.4;   self.b3 = np.zeros(1)

    def __call__(self, x):
        self.x = x
        self.z1 = x@self.w1+self.b1; self.a1 = silu(self.z1)
        self.z2 = self.a1@self.w2+self.b2; self.a2 = silu(self.z2)
        self.z3 = self.a2@self.w3+self.b3
        return self.z3

    def bprop(self, t, lr):
        m = len(t)
        e3 = sig(self.z3)-t
        e2 = e3@self.w3.T*silu_prime(self.z2)
        e1 = e2@self.w2.T*silu_prime(self.z1)
        self.w3 -= lr*self.a2.T@e3/m
        self.b3 -= lr*e3.sum(0)
        self.w2 -= lr*self.a1.T@e2/m
        self.b2 -= lr*e2.sum(0)
        self.w1 -= lr*self.x.T@e1/m
        self.b1 -= lr*e1.sum(0)

def moons(n, r):
    a = r.rand(n)*np.pi
    up = r.rand(n) > .5
    x = np.where(up, np.cos(a), 1-np.cos(a))
    y = np.where(up, np.sin(a), .5-np.sin(a))
    return np.stack([x,y],1)+.1*r.randn(n,2), up.astype(float)[:,None]

if __name__ == '__main__':
    r = np.random.RandomState(1)
    X, t = moons(200, r)
    net = Net(seed=2)
    for i in range(40):
        ix = r.permutation(200)
        for j in range(0, 200, 20):
            b = ix[j:j+20]
            net(X[b]); net.bprop(t[b], .05)
        if i%10==0: print(i, bce(net(X), t))
    print('acc', ((net(X)>0)==(t>.5)).mean())
