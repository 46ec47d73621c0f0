# nnCostFunction.m + trainNN.m, translated from Octave line by line
import numpy as np
from numpy import ones, zeros, log, exp, hstack


def sigmoid(z):
    return 1. / (1. + exp(-z))


def sigmoidGradient(z):
    g = sigmoid(z)
    return g * (1. - g)


def nnCostFunction(Theta1, Theta2, X, y, num_labels, lam):
    m = X.shape[0]
    Y = zeros((m, num_labels))
    for i in range(m):
        Y[i, y[i] - 1] = 1           # labels are 1..num_labels

    a1 = hstack([ones((m, 1)), X])
    z2 = a1 @ Theta1.T
    a2 = hstack([ones((m, 1)), sigmoid(z2)])
    z3 = a2 @ Theta2.T
    h = sigmoid(z3)

    J = (-Y * log(h) - (1 - Y) * log(1 - h)).sum() / m
    J = J + lam / (2. * m) * ((Theta1[:, 1:] ** 2).sum() + (Theta2[:, 1:] ** 2).sum())

    Delta1 = zeros(Theta1.shape)
    Delta2 = zeros(Theta2.shape)
    for t in range(m):
        delta3 = h[t, :] - Y[t, :]
        delta2 = (Theta2.T @ delta3)[1:] * sigmoidGradient(z2[t, :])
        Delta2 += delta3[:, None] @ a2[t, :][None, :]
        Delta1 += delta2[:, None] @ a1[t, :][None, :]

    Theta1_grad = Delta1 / m
    Theta2_grad = Delta2 / m
    Theta1_grad[:, 1:] += lam / m * Theta1[:, 1:]
    Theta2_grad[:, 1:] += lam / m * Theta2[:, 1:]
    return J, Theta1_grad, Theta2_grad


def randInitializeWeights(L_in, L_out):
    epsilon_init = 0.5
    return np.random.rand(L_out, 1 + L_in) * 2 * epsilon_init - epsilon_init


def trainNN(X, y, hidden_layer_size, num_labels, lam=0.5, alpha=0.8, num_iters=150):
    Theta1 = randInitializeWeights(X.shape[1], hidden_layer_size)
    Theta2 = randInitializeWeights(hidden_layer_size, num_labels)
    J_history = zeros(num_iters)
    for it in range(num_iters):
        J, g1, g2 = nnCostFunction(Theta1, Theta2, X, y, num_labels, lam)
        Theta1 = Theta1 - alpha * g1
        Theta2 = Theta2 - alpha * g2
        J_history[it] = J
    return Theta1, Theta2, J_history


def predict(Theta1, Theta2, X):
    m = X.shape[0]
    h1 = sigmoid(hstack([ones((m, 1)), X]) @ Theta1.T)
    h2 = sigmoid(hstack([ones((m, 1)), h1]) @ Theta2.T)
    return h2.argmax(axis=1) + 1


if __name__ == "__main__":
    np.random.seed(1)
    y = np.random.randint(1, 4, 60)
    X = np.random.randn(60, 2) * .5 + np.array([[1.5, 0], [-1, 1.2], [-1, -1.2]])[y - 1]
    Theta1, Theta2, J_history = trainNN(X, y, 5, 3)
    print("cost: %f -> %f" % (J_history[0], J_history[-1]))
    print("Training Set Accuracy: %f" % (100 * (predict(Theta1, Theta2, X) == y).mean()))
