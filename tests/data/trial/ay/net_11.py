import numpy as np

def addBias(M):
    # append the constant 1 as last column
    return np.hstack([M, np.ones((M.shape[0], 1))])

def logistic(a):
    return 1/(1+np.exp(-a))

class myMLP:
    def __init__(self, nIn, nHid1, nHid2, seed=0):
        r = np.random.RandomState(seed)
        # last row of every matrix = bias weights
        self.V = r.uniform(-0.7, 0.7, (nIn+1, nHid1))
        self.U = r.uniform(-0.7, 0.7, (nHid1+1, nHid2))
        self.W = r.uniform(-0.7, 0.7, (nHid2+1, 1))

    def fwd(self, X):
        self.X1 = addBias(X)
        self.H = np.tanh(self.X1 @ self.V)
        self.H1 = addBias(self.H)
        self.G = np.tanh(self.H1 @ self.U)
        self.G1 = addBias(self.G)
        self.Y = logistic(self.G1 @ self.W)
        return self.Y

    def crossEnt(self, X, T):
        Y = self.fwd(X)
        return -np.mean(T*np.log(Y) + (1-T)*np.log(1-Y))

    def trainBatch(self, X, T, eta):
        n = len(X)
        self.fwd(X)
        dOut = (self.Y - T)/n
        dG = (dOut @ self.W[1:].T) * (1 - self.G**2)
        dH = (dG @ self.U[1:].T) * (1 - self.H**2)
        self.W -= eta * self.G1.T @ dOut
        self.U -= eta * self.H1.T @ dG
        self.V -= eta * self.X1.T @ dH

if __name__ == '__main__':
    r = np.random.RandomState(4)
    X = r.randn(90, 2)
    T = ((X[:, :1] > 0) ^ (X[:, 1:] > 0)).astype(float)
    mlp = myMLP(2, 7, 5)
    for it in range(400):
        perm = r.permutation(90)
        for k in range(0, 90, 15):
            sel = perm[k:k+15]
            mlp.trainBatch(X[sel], T[sel], 0.3)
        if it % 100 == 0:
            print(it, mlp.crossEnt(X, T))
    print('err', np.mean((mlp.fwd(X) > .5) != T))
