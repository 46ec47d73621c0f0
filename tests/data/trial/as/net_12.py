# -*- coding: utf-8 -*-
"""
Handwritten-digit-like toy: 3x3 pixel pictures of bars, 4 classes
two relu layers + softmax, batch rows
"""
import numpy as np


def make_bars(count, rnd):
    pics, cls = [], []
    for _ in range(count):
        k = rnd.randint(4)
        img = 0.25 * rnd.rand(3, 3)
        if k == 0:
            img[rnd.randint(3), :] += 1
        elif k == 1:
            img[:, rnd.randint(3)] += 1
        elif k == 2:
            img += np.eye(3)
        else:
            img += np.fliplr(np.eye(3))
        pics.append(img.flatten())
        cls.append(k)
    return np.array(pics), np.array(cls)


def one_hot(c, n):
    z = np.zeros((len(c), n))
    z[np.arange(len(c)), c] = 1
    return z


def softmax(x):
    exps = np.exp(x - np.max(x, axis=1, keepdims=True))
    return exps / np.sum(exps, axis=1, keepdims=True)


def ReLU(x):
    return x * (x > 0)


def dReLU(x):
    return 1. * (x > 0)


class NeuralNetwork:
    def __init__(self, X, y, batch=32, lr=0.1, epochs=40, rnd=None):
        self.rnd = rnd or np.random.RandomState(0)
        self.input, self.target = X, y
        self.batch, self.lr, self.epochs = batch, lr, epochs
        self.loss, self.acc = [], []
        self.W1 = self.rnd.randn(X.shape[1], 20) * 0.4
        self.W2 = self.rnd.randn(20, 12) * 0.3
        self.W3 = self.rnd.randn(12, y.shape[1]) * 0.3
        self.b1 = np.zeros((1, 20))
        self.b2 = np.zeros((1, 12))
        self.b3 = np.zeros((1, y.shape[1]))

    def feedforward(self):
        self.z1 = self.x.dot(self.W1) + self.b1
        self.a1 = ReLU(self.z1)
        self.z2 = self.a1.dot(self.W2) + self.b2
        self.a2 = ReLU(self.z2)
        self.z3 = self.a2.dot(self.W3) + self.b3
        self.a3 = softmax(ReLU(self.z3))
        self.cost = -np.sum(self.y * np.log(self.a3)) / self.x.shape[0]

    def backprop(self):
        dz3 = (self.a3 - self.y) / self.x.shape[0]
        dz2 = np.dot(dz3, self.W3.T) * dReLU(self.z2)
        dz1 = np.dot(dz2, self.W2.T) * dReLU(self.z1)
        self.W3 = self.W3 - self.lr * np.dot(self.a2.T, dz3)
        self.b3 = self.b3 - self.lr * np.sum(dz3, axis=0, keepdims=True)
        self.W2 = self.W2 - self.lr * np.dot(self.a1.T, dz2)
        self.b2 = self.b2 - self.lr * np.sum(dz2, axis=0, keepdims=True)
        self.W1 = self.W1 - self.lr * np.dot(self.x.T, dz1)
        self.b1 = self.b1 - self.lr * np.sum(dz1, axis=0, keepdims=True)

    def train(self):
        for epoch in range(self.epochs):
            idx = self.rnd.permutation(len(self.input))
            total = 0
            for s in range(0, len(idx), self.batch):
                self.x = self.input[idx[s:s + self.batch]]
                self.y = self.target[idx[s:s + self.batch]]
                self.feedforward()
                self.backprop()
                total += self.cost * len(self.x)
            self.loss.append(total / len(idx))
            if epoch % 10 == 0:
                print("epoch", epoch, "loss", self.loss[-1])


if __name__ == "__main__":
    rnd = np.random.RandomState(6)
    X, c = make_bars(192, rnd)
    nn = NeuralNetwork(X, one_hot(c, 4), rnd=rnd)
    nn.train()
    print("last loss", nn.loss[-1])
