from numpy import *
from numpy.random import RandomState

# one hidden layer of softplus units; all parameters live in one vector
nin, nhid, nout = 3, 7, 2
shapes = [(nin, nhid), (nhid,), (nhid, nout), (nout,)]
sizes = [int(prod(s)) for s in shapes]
cuts = cumsum(sizes)[:-1]

def unpack(theta):
    return [c.reshape(s) for c, s in zip(split(theta, cuts), shapes)]

def softplus(a):
    return logaddexp(0, a)

def loss_and_grad(theta, X, T):
    V, bv, U, bu = unpack(theta)
    A = X @ V + bv
    H = softplus(A)
    E = H @ U + bu - T
    J = mean(sum(E * E, axis=1))

    dO = 2.0 * E / X.shape[0]
    dA = (dO @ U.T) / (1.0 + exp(-A))
    grad = concatenate([(X.T @ dA).ravel(), dA.sum(axis=0), (H.T @ dO).ravel(), dO.sum(axis=0)])
    return J, grad

def descend(theta, X, T, step=0.02, iters=300):
    for i in range(iters):
        J, grad = loss_and_grad(theta, X, T)
        theta = theta - step * grad
        if i % 50 == 0:
            print(i, J)
    return theta

if __name__ == "__main__":
    r = RandomState(2)
    X = r.uniform(-1, 1, (100, nin))
    T = column_stack([X[:, 0] * X[:, 1], abs(X[:, 2])])
    theta = 0.4 * r.randn(sum(sizes))
    theta = descend(theta, X, T)
    print("final", loss_and_grad(theta, X, T)[0])
