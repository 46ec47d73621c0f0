import numpy as np
from numpy import exp, log, sum, ones, hstack, log1p

# theta = (Theta1, Theta2, Theta3); the bias goes with a column of ones put in front

def addOnes(A):
    return hstack([ones((A.shape[0], 1)), A])

def softplus(z):
    return log1p(exp(-abs(z))) + np.maximum(z, 0)

def logistic(z):
    return 1. / (1. + exp(-z))

def randInit(Lin, Lout, rnd):
    eps = (6. / (Lin + Lout)) ** .5
    return rnd.rand(Lin + 1, Lout) * 2 * eps - eps

def costFunction(theta, X, Y):
    Theta1, Theta2, Theta3 = theta
    m = X.shape[0]

    a1 = addOnes(X)
    z2 = a1.dot(Theta1)
    a2 = addOnes(softplus(z2))
    z3 = a2.dot(Theta2)
    a3 = addOnes(softplus(z3))
    z4 = a3.dot(Theta3)
    e = exp(z4 - z4.max(axis=1).reshape(-1, 1))
    h = e / sum(e, axis=1).reshape(-1, 1)

    J = -sum(Y * log(h)) / m

    d4 = h - Y
    d3 = d4.dot(Theta3[1:].T) * logistic(z3)
    d2 = d3.dot(Theta2[:-1].T) * logistic(z2)
    Theta3_grad = a3.T.dot(d4) / m
    Theta2_grad = a2.T.dot(d3) / m
    Theta1_grad = a1.T.dot(d2) / m
    return J, (Theta1_grad, Theta2_grad, Theta3_grad)

def gradientDescent(theta, X, Y, alpha, numIters):
    J_history = []
    for i in range(numIters):
        J, grad = costFunction(theta, X, Y)
        theta = tuple(t - alpha * g for t, g in zip(theta, grad))
        J_history.append(J)
        if i % 100 == 0:
            print('iter %4d | cost %.6f' % (i, J))
    return theta, J_history

if __name__ == '__main__':
    rnd = np.random.RandomState(7)
    centres = np.array([[0., 2.], [2., -1.], [-2., -1.]])
    labels = np.arange(90) % 3
    X = centres[labels] + rnd.randn(90, 2)
    Y = np.eye(3)[labels]
    theta = (randInit(2, 6, rnd), randInit(6, 4, rnd), randInit(4, 3, rnd))
    theta, hist = gradientDescent(theta, X, Y, 0.2, 401)
