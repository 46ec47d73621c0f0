#!/usr/bin/env python
# CSE446 hw3 problem A5 - "deep" classifier
import numpy as np

ALPHA = 0.7   # elu alpha


class ELUNet(object):
    def __init__(self, sizes, lr=0.05, mu=0.9, seed=446):
        rs = np.random.RandomState(seed)
        self.n = len(sizes) - 1
        self.lr = lr
        self.mu = mu
        self.Ws = [rs.randn(sizes[i], sizes[i+1]) * np.sqrt(1.5/sizes[i]) for i in range(self.n)]
        self.bs = [np.zeros((1, sizes[i+1])) for i in range(self.n)]
        self.vW = [np.zeros_like(w) for w in self.Ws]
        self.vb = [np.zeros_like(b) for b in self.bs]

    def elu(self, z):
        return np.where(z > 0, z, ALPHA*(np.exp(np.minimum(z, 0)) - 1))

    def forward(self, X):
        self.acts = [X]
        for i in range(self.n - 1):
            self.acts.append(self.elu(self.acts[-1] @ self.Ws[i] + self.bs[i]))
        logits = self.acts[-1] @ self.Ws[-1] + self.bs[-1]
        logits = logits - logits.max(1, keepdims=True)
        self.probs = np.exp(logits)
        self.probs /= self.probs.sum(1, keepdims=True)
        return self.probs

    def loss(self, X, labels):
        # average cross entropy
        P = self.forward(X)
        return -np.log(P[np.arange(len(labels)), labels]).mean()

    def backward(self, labels):
        m = labels.shape[0]
        delta = self.probs.copy()
        delta[np.arange(m), labels] -= 1
        self.dW = [0]*self.n
        self.db = [0]*self.n
        for i in reversed(range(self.n)):
            a = self.acts[i]
            self.dW[i] = a.T @ delta / m
            self.db[i] = delta.sum(0, keepdims=True)
            if i > 0:
                delta = (delta @ self.Ws[i].T) * np.where(a > 0, 1, a + 1)

    def step(self):
        for i in range(self.n):
            self.vW[i] = self.mu*self.vW[i] - self.lr*self.dW[i]
            self.vb[i] = self.mu*self.vb[i] - self.lr*self.db[i]
            self.Ws[i] += self.vW[i]
            self.bs[i] += self.vb[i]

    def train(self, X, labels, epochs=40, bs=25):
        N = X.shape[0]
        for ep in range(epochs):
            perm = np.random.permutation(N)
            for s in range(0, N, bs):
                I = perm[s:s+bs]
                self.forward(X[I])
                self.backward(labels[I])
                self.step()
            if ep % 10 == 0:
                print('epoch', ep, 'loss', self.loss(X, labels))

    def accuracy(self, X, labels):
        return (self.forward(X).argmax(1) == labels).mean()


if __name__ == '__main__':
    np.random.seed(0)
    X = np.random.randn(250, 6)
    labels = (X[:, 0] * X[:, 1] > 0).astype(int) + (X[:, 2] > 0.5)
    net = ELUNet([6, 16, 16, 12, 8, 3], lr=0.01)
    net.train(X, labels)
    print('acc', net.accuracy(X, labels))
