#!/usr/bin/env python
import argparse
import numpy as np


class SoftmaxRegression(object):
    """Multinomial logistic regression. The intercept is the first row of theta."""

    def __init__(self, eta=0.1, n_iter=50, batch_size=30, random_state=1):
        self.eta = eta
        self.n_iter = n_iter
        self.batch_size = batch_size
        self.random_state = random_state

    def _add_ones(self, X):
        return np.hstack([np.ones((X.shape[0], 1)), X])

    def _one_hot(self, y, k):
        return np.eye(k)[y]

    def _softmax(self, Z):
        e = np.exp(Z - np.max(Z))
        return e / np.sum(e, axis=0)

    def _cost(self, P, T):
        """mean cross entropy over the samples"""
        return np.mean(-np.sum(T * np.log(P), axis=1))

    def partial_fit(self, Xb, T):
        P = self._softmax(Xb.dot(self.theta_))
        grad = Xb.T.dot(P - T) / Xb.shape[0]
        self.theta_ -= self.eta * grad
        return self._cost(P, T)

    def fit(self, X, y):
        rgen = np.random.RandomState(self.random_state)
        k = len(np.unique(y))
        Xb = self._add_ones(X)
        T = self._one_hot(y, k)
        self.theta_ = rgen.normal(scale=0.01, size=(Xb.shape[1], k))
        self.cost_ = []
        for _ in range(self.n_iter):
            idx = rgen.permutation(len(y))
            costs = []
            for start in range(0, len(y), self.batch_size):
                b = idx[start:start + self.batch_size]
                costs.append(self.partial_fit(Xb[b], T[b]))
            self.cost_.append(np.mean(costs))
        return self

    def predict(self, X):
        return np.argmax(self._add_ones(X).dot(self.theta_), axis=1)

    def score(self, X, y):
        return np.mean(self.predict(X) == y)


def blobs(n=150, seed=5):
    rs = np.random.RandomState(seed)
    centers = np.array([[-2, 0], [2, 0], [0, 2.5]])
    y = rs.randint(0, 3, n)
    return centers[y] + rs.randn(n, 2) * 0.8, y


if __name__ == '__main__':
    ap = argparse.ArgumentParser()
    ap.add_argument('--eta', type=float, default=0.1)
    ap.add_argument('--epochs', type=int, default=50)
    args = ap.parse_args()
    X, y = blobs()
    clf = SoftmaxRegression(eta=args.eta, n_iter=args.epochs).fit(X, y)
    print('cost: first %.4f last %.4f' % (clf.cost_[0], clf.cost_[-1]))
    print('accuracy: %.3f' % clf.score(X, y))
