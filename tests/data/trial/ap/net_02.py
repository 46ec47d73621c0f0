# port of my old nnCostFunction.m / trainNN.m (octave) to numpy
# Theta1: hidden x (in+1), Theta2: labels x (hidden+1); first column multiplies the 1s
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def randInitializeWeights(L_in, L_out):
    epsilon_init = np.sqrt(6.0) / np.sqrt(L_in + L_out)
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def nnCostFunction(Theta1, Theta2, X, Y, lam):
    m = X.shape[0]

    a1 = np.hstack([np.ones((m, 1)), X])
    z2 = a1.dot(Theta1.T)
    a2 = np.hstack([np.ones((m, 1)), sigmoid(z2)])
    z3 = a2.dot(Theta2.T)
    h = sigmoid(z3)

    J = -1.0 / m * np.sum(Y * np.log(h) + (1 - Y) * np.log(1 - h))
    J = J + lam / (2.0 * m) * (np.sum(Theta1[:, 1:] ** 2) + np.sum(Theta2[:, 1:] ** 2))

    d3 = h - Y
    d2 = d3.dot(Theta2[:, 1:]) * sigmoid(z2) * (1 - sigmoid(z2))

    Theta1_grad = d2.T.dot(a1) / m
    Theta2_grad = d3.T.dot(a2) / m
    Theta1_grad = Theta1_grad + lam / m * Theta1
    Theta2_grad = Theta2_grad + lam / m * Theta2

    return J, Theta1_grad, Theta2_grad


def trainNN(X, Y, hidden=8, alpha=0.8, lam=1.0, iters=300):
    Theta1 = randInitializeWeights(X.shape[1], hidden)
    Theta2 = randInitializeWeights(hidden, Y.shape[1])
    J_history = []
    for it in range(iters):
        J, g1, g2 = nnCostFunction(Theta1, Theta2, X, Y, lam)
        Theta1 = Theta1 - alpha * g1
        Theta2 = Theta2 - alpha * g2
        J_history.append(J)
        if it % 50 == 0:
            print('Iteration %4d | Cost: %f' % (it, J))
    return Theta1, Theta2, J_history


def predict(Theta1, Theta2, X):
    m = X.shape[0]
    h1 = sigmoid(np.hstack([np.ones((m, 1)), X]).dot(Theta1.T))
    h2 = sigmoid(np.hstack([np.ones((m, 1)), h1]).dot(Theta2.T))
    return np.argmax(h2, axis=1)


if __name__ == '__main__':
    np.random.seed(1)
    centers = np.array([[0, 2, 1], [2, -1, 0], [-2, -1, -1]])
    labels = np.random.randint(0, 3, 90)
    X = centers[labels] + 0.8 * np.random.randn(90, 3)
    Y = np.eye(3)[labels]
    Theta1, Theta2, hist = trainNN(X, Y)
    print('Training Set Accuracy: %f' % (np.mean(predict(Theta1, Theta2, X) == labels) * 100))
