# advent of NN, day 9 part 2 -- as short as I can get it
import numpy as np
R = np.random.RandomState(9)
D = [3, 8, 8, 8, 2]
W = [R.randn(i, o) / i**.5 for i, o in zip(D, D[1:])]
sg = lambda z: 1 / (1 + np.exp(-z))
f  = lambda z: z * sg(z)
df = lambda z: sg(z) * (1 + z * (1 - sg(z)))

X = R.rand(60, 3) * 2 - 1
Y = np.c_[X.sum(1)**2 / 3, X[:, 0] * X[:, 2]]

def fwd(x):
    A, Z = [x], []
    for i, w in enumerate(W):
        Z.append(A[-1] @ w)
        A.append(f(Z[-1]) if i < len(W) - 1 else Z[-1])
    return A, Z

def loss(x, y):
    return ((fwd(x)[0][-1] - y)**2).mean()

def step(x, y, lr):
    A, Z = fwd(x)
    d = 2 * (A[-1] - y) / y.size
    G = {}
    for i in range(len(W) - 1, 0, -1):
        G[i] = A[i].T @ d
        d = d @ W[i].T * df(A[i])
    for i, g in G.items():
        W[i] -= lr * g

if __name__ == '__main__':
    for t in range(2001):
        step(X, Y, .2)
        if t % 500 == 0:
            print(t, loss(X, Y))
    print(fwd(X[:3])[0][-1], Y[:3], sep='\n')
