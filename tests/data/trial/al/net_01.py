# XOR with a little neural net
import numpy as np

np.random.seed(1)

X = np.array([[0,0],[0,1],[1,0],[1,1]], dtype=float)
y = np.array([[0],[1],[1],[0]], dtype=float)

def nonlin(x, deriv=False):
    if deriv:
        return x*(1-x)
    return 1/(1+np.exp(-x))

alpha = 0.8
n_iter = 6000

syn0 = 2*np.random.random((2,4)) - 1
b0   = np.zeros((1,4))
syn1 = 2*np.random.random((4,1)) - 1
b1   = np.zeros((1,1))

for it in range(n_iter):
    l0 = X
    l1 = nonlin(l0.dot(syn0) + b0)
    l2 = nonlin(l1.dot(syn1) + b1)

    l2_error = y - l2
    if it % 1000 == 0:
        print("iter", it, "error", 0.5*np.sum(l2_error**2))

    l2_delta = l2_error * nonlin(l2, True)
    l1_error = l2_delta.dot(syn1.T)
    l1_delta = l1_error * nonlin(l1, True)

    syn1 += alpha * l1.T.dot(l2_delta)
    b1   += alpha * l2_delta.sum(axis=0)
    syn0 += alpha * l0.T.dot(l1_delta)
    b0   += alpha * l1_delta.sum(axis=0)

print("output after training")
print(l2)
