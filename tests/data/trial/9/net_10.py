#!/usr/bin/env python
# softmax_regression.py -- gist
#
# usage: python softmax_regression.py
# Multinomial logistic regression on three gaussian blobs, minibatch SGD.
import numpy as np


def one_hot(labels, n_classes):
    return np.eye(n_classes)[labels]


def softmax(x):
    """Compute softmax values for x."""
    e_x = np.exp(x - np.max(x))
    return e_x / e_x.sum()


class SoftmaxRegression:
    def __init__(self, n_features, n_classes, lr=0.1, epochs=30, batch_size=20, random_state=None):
        self.lr = lr
        self.epochs = epochs
        self.batch_size = batch_size
        self.rng = np.random.RandomState(random_state)
        self.w_ = self.rng.normal(scale=0.01, size=(n_features, n_classes))
        self.b_ = np.zeros(n_classes)
        self.cost_ = []

    def predict_proba(self, X):
        return softmax(X.dot(self.w_) + self.b_)

    def predict(self, X):
        return self.predict_proba(X).argmax(axis=1)

    def _cost(self, X, y_enc):
        return -np.mean(np.sum(y_enc * np.log(self.predict_proba(X)), axis=1))

    def _fit_batch(self, X, y_enc):
        proba = self.predict_proba(X)
        diff = proba - y_enc
        grad_w = X.T.dot(diff) / X.shape[0]
        grad_b = diff.mean(axis=0)
        self.w_ -= self.lr * grad_w
        self.b_ -= self.lr * grad_b

    def fit(self, X, y):
        y_enc = one_hot(y, self.b_.shape[0])
        for _ in range(self.epochs):
            order = self.rng.permutation(len(y))
            for start in range(0, len(y), self.batch_size):
                idx = order[start:start + self.batch_size]
                self._fit_batch(X[idx], y_enc[idx])
            self.cost_.append(self._cost(X, y_enc))
        return self


if __name__ == '__main__':
    rng = np.random.RandomState(1)
    means = np.array([[0, 2.5], [2, -1], [-2, -1]])
    y = np.repeat([0, 1, 2], 40)
    X = means[y] + rng.randn(120, 2)
    clf = SoftmaxRegression(2, 3, random_state=1).fit(X, y)
    print('costs', np.round(clf.cost_[::5], 4))
    print('accuracy', (clf.predict(X) == y).mean())
