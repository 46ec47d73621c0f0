import numpy as np
np.random.seed(123)

# 3-class spiral
K, D, n = 3, 2, 30
data = np.zeros((n*K, D)); labels = np.zeros(n*K, dtype='uint8')
for j in range(K):
    ix = range(n*j, n*(j+1))
    r = np.linspace(0.1, 1, n)
    th = np.linspace(j*4, (j+1)*4, n) + np.random.randn(n)*0.1
    data[ix] = np.c_[r*np.sin(th), r*np.cos(th)]
    labels[ix] = j
Y = np.zeros((n*K, K))
Y[np.arange(n*K), labels] = 1

def softmax(s):
    ex = np.exp(s - np.max(s, axis=1, keepdims=True))
    return ex / np.sum(ex, axis=1, keepdims=True)

def softplus(s):
    return np.log(1 + np.exp(s))

class model:
    def __init__(self, h):
        self.Wh = np.random.randn(D, h)
        self.bh = np.zeros((1, h))
        self.Wo = 0.1*np.random.randn(h, K)
        self.bo = np.zeros((1, K))

    def forward(self, X):
        self.X = X
        self.s1 = X.dot(self.Wh) + self.bh
        self.a1 = softplus(self.s1)
        self.s2 = self.a1.dot(self.Wo) + self.bo
        self.a2 = softplus(self.s2)
        self.probs = softmax(self.a2)
        return self.probs

    def cost(self, X, Y):
        return -np.sum(Y*np.log(self.forward(X)))/X.shape[0]

    def train_step(self, X, Y, lr):
        P = self.forward(X)
        N = X.shape[0]
        dscores = (P - Y)/N
        dWo = self.a1.T.dot(dscores)
        dbo = np.sum(dscores, axis=0, keepdims=True)
        dhid = dscores.dot(self.Wo.T) / (1 + np.exp(-self.s1))
        dWh = self.X.T.dot(dhid)
        dbh = np.sum(dhid, axis=0, keepdims=True)
        self.Wh += -lr*dWh
        self.bh += -lr*dbh
        self.Wo += -lr*dWo
        self.bo += -lr*dbo

if __name__ == '__main__':
    m = model(20)
    for it in range(401):
        if it % 100 == 0:
            print('iter', it, 'cost', m.cost(data, Y))
        m.train_step(data, Y, 0.5)
    print('acc:', np.mean(np.argmax(m.forward(data), axis=1) == labels))
