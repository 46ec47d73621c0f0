#!/usr/bin/env python3
# Softmax regression (no hidden layer) on fake "iris"-like blobs.
# total loss = sum_i -log p(y_i | x_i)  +  LAMBDA * ||W||^2
import numpy as np

LAMBDA = 0.02
ETA    = 0.002
EPOCHS = 60

rs = np.random.RandomState(11)
centers = rs.randn(3, 4) * 2
labels  = rs.randint(0, 3, size=150)
data    = centers[labels] + rs.randn(150, 4)
# fold the bias into the data; last weight column is not penalised
data    = np.hstack([data, np.ones((150, 1))])

W = 0.01 * rs.randn(3, 5)

mask = np.ones_like(W)
mask[:, -1] = 0


def probs(W, X):
    s = W.dot(X.T)                # classes x samples
    s = s - s.max(axis=0)
    e = np.exp(s)
    return e / e.sum(axis=0)


def total_loss(W, X, t):
    P = probs(W, X)
    return -np.log(P[t, np.arange(len(t))]).sum() + LAMBDA * np.sum((mask * W) ** 2)


def dloss(W, X, t):
    P = probs(W, X)
    Y = np.zeros_like(P)
    Y[t, range(len(t))] = 1
    return np.dot(P - Y, X) + 2 * LAMBDA * mask * W


for ep in range(EPOCHS):
    W = W - ETA * dloss(W, data, labels)
    if ep % 10 == 0:
        print("epoch %3d   loss %8.3f" % (ep, total_loss(W, data, labels)))

guess = probs(W, data).argmax(axis=0)
print("errors:", int((guess != labels).sum()), "of", len(labels))
