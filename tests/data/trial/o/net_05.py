# HackUpstate - team "gradient decent" - will it sell out? (3am version)
import numpy as np

def init(dims):
    np.random.seed(3)
    P = {}
    for l in range(1, len(dims)):
        P['W' + str(l)] = np.random.randn(dims[l], dims[l-1]) / np.sqrt(dims[l-1])
        P['b' + str(l)] = np.zeros((dims[l], 1))
    return P

def fwd(P, X):
    L = len(P) // 2
    cache = {'A0': X}
    A = X
    for l in range(1, L):
        Z = np.dot(P['W' + str(l)], A) + P['b' + str(l)]
        A = np.tanh(Z)
        cache['Z' + str(l)] = Z
        cache['A' + str(l)] = A
    Z = np.dot(P['W' + str(L)], A) + P['b' + str(L)]
    AL = 1 / (1 + np.exp(-Z))
    cache['Z' + str(L)] = Z
    cache['A' + str(L)] = AL
    return AL, cache

def cost(AL, Y):
    m = Y.shape[1]
    return float(-np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m)

def back(P, cache, Y):
    L = len(P) // 2
    m = Y.shape[1]
    G = {}
    dZ = cache['A' + str(L)] - Y
    for l in range(L, 0, -1):
        G['dW' + str(l)] = np.dot(dZ, cache['A' + str(l-1)].T) / m
        G['db' + str(l)] = np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            dA = np.dot(P['W' + str(l)].T, dZ)
            dZ = dA * (1 - np.power(cache['Z' + str(l-1)], 2))
    return G

def update(P, G, lr):
    for l in range(1, len(P) // 2 + 1):
        P['W' + str(l)] = P['W' + str(l)] - lr * G['dW' + str(l)]
        P['b' + str(l)] = P['b' + str(l)] - lr * G['db' + str(l)]
    return P

def model(X, Y, dims, lr=0.01, iters=151, show=True):
    P = init(dims)
    for i in range(iters):
        AL, cache = fwd(P, X)
        c = cost(AL, Y)
        G = back(P, cache, Y)
        P = update(P, G, lr)
        if show and i % 50 == 0:
            print('cost after', i, ':', c)
    return P

if __name__ == '__main__':
    rs = np.random.RandomState(0)
    X = rs.rand(3, 40)      # price, distance, hype  -> one column per event
    Y = (X[2:3] - 0.5 * X[0:1] + 0.3 * X[1:2] ** 2 > 0.4).astype(float)
    P = model(X, Y, [3, 5, 4, 1])
    AL, _ = fwd(P, X)
    print('train acc', np.mean((AL > .5) == Y))
