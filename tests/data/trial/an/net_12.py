import argparse
import numpy as np


def one_hot(labels, k):
    out = np.zeros((k, labels.size))
    out[labels, np.arange(labels.size)] = 1.0
    return out


def log_softmax(Z):
    Z = Z - Z.max(axis=0)
    return Z - np.log(np.exp(Z).sum(axis=0))


def cost(W, X, T, decay):
    """summed negative log likelihood + decay * ||W||^2 (bias column is not decayed)"""
    return -np.sum(T * log_softmax(W @ X)) + decay * np.sum(W[:, :-1] ** 2)


def grad(W, X, T, decay):
    P = np.exp(log_softmax(W @ X))
    G = (P - T) @ X.T
    G[:, :-1] += 2 * decay * W[:, :-1]
    return G


def add_ones(X):
    return np.vstack([X, np.ones((1, X.shape[1]))])


def train(X, labels, k, eta, decay, iters, verbose=True):
    X = add_ones(X)
    T = one_hot(labels, k)
    W = 0.01 * np.random.randn(k, X.shape[0])
    for i in range(iters):
        W -= eta * grad(W, X, T, decay)
        if verbose and i % 25 == 0:
            print('%4d  cost = %.4f' % (i, cost(W, X, T, decay)))
    return W


def main():
    ap = argparse.ArgumentParser(description='multinomial logistic regression')
    ap.add_argument('--eta', type=float, default=2e-3)
    ap.add_argument('--decay', type=float, default=0.05)
    ap.add_argument('--iters', type=int, default=101)
    args = ap.parse_args()

    np.random.seed(4)
    labels = np.random.randint(0, 4, 160)
    mu = np.array([[2, 0], [0, 2], [-2, 0], [0, -2]], dtype=float)
    X = mu[labels].T + 0.7 * np.random.randn(2, 160)
    W = train(X, labels, 4, args.eta, args.decay, args.iters)
    pred = np.argmax(W @ add_ones(X), axis=0)
    print('accuracy: %.3f' % np.mean(pred == labels))


if __name__ == '__main__':
    main()
