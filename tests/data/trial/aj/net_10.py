# -*- coding: utf-8 -*-
# regression net, Octave exercise ported to python. Examples in columns,
# bias is column 0 of every Theta.
import numpy as np

SLOPE = 0.1

def lrelu(z):      return np.where(z > 0, z, SLOPE*z)
def lreluGrad(z):  return np.where(z > 0, 1.0, SLOPE)

def addOnes(A):
    return np.vstack((np.ones((1, A.shape[1])), A))

def randInit(L_in, L_out):
    eps = np.sqrt(6.0/(L_in + L_out))
    return np.random.rand(L_out, L_in + 1)*2*eps - eps

def nnCostFunction(Theta1, Theta2, Theta3, X, Y, lam):
    """ J = 1/(2m) * sum((h-Y)^2) + lam/(2m) * sum(Theta^2 without bias) """
    m = X.shape[1]

    a1 = addOnes(X)
    z2 = Theta1.dot(a1);  a2 = addOnes(lrelu(z2))
    z3 = Theta2.dot(a2);  a3 = addOnes(lrelu(z3))
    h  = Theta3.dot(a3)

    J = np.sum((h - Y)**2)/(2*m)
    J += lam/(2*m)*sum(np.sum(T[:, 1:]**2) for T in (Theta1, Theta2, Theta3))

    d4 = h - Y
    d3 = Theta3[:, 1:].T.dot(d4)*lreluGrad(z3)
    d2 = Theta2[:, 1:].T.dot(d3)*lreluGrad(z2)

    G3 = d4.dot(a3.T)/m
    G2 = d3.dot(a2.T)/m
    G1 = d2.dot(a1.T)/m
    G3[:, 1:] += lam/m*Theta3[:, 1:]
    G2[:, 1:] += lam/m*Theta2[:, 1:]
    G1[:, 1:] += lam/m*Theta1[:, 1:]
    return J, G1, G2, G3

def gradientDescent(Thetas, X, Y, lam, alpha, num_iters):
    T1, T2, T3 = Thetas
    J_history = []
    for it in range(num_iters):
        J, G1, G2, G3 = nnCostFunction(T1, T2, T3, X, Y, lam)
        T1 = T1 - alpha*G1
        T2 = T2 - alpha*G2
        T3 = T3 - alpha*G3
        J_history.append(J)
    return (T1, T2, T3), J_history

if __name__ == '__main__':
    np.random.seed(21)
    X = np.random.randn(4, 90)
    Y = np.vstack((np.abs(X[0]) - X[1], X[2]*X[3]))
    Thetas = (randInit(4, 9), randInit(9, 6), randInit(6, 2))
    Thetas, J_history = gradientDescent(Thetas, X, Y, lam=0.5, alpha=0.05, num_iters=300)
    print('J start %.4f  J end %.4f' % (J_history[0], J_history[-1]))
