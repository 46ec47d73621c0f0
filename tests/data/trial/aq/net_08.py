# posted in: "My NN learns sin(x) but it's not very smooth??"
# python 3.8, numpy 1.19
import numpy as np
import random

class NN():
    def __init__(self, inp, hid1, hid2, out, LR):
        self.LR = LR
        self.w1 = np.random.uniform(-0.5, 0.5, (hid1, inp))
        self.w2 = np.random.uniform(-0.5, 0.5, (hid2, hid1))
        self.w3 = np.random.uniform(-0.5, 0.5, (out, hid2))
        self.b1 = np.random.uniform(-0.5, 0.5, (hid1, 1))
        self.b2 = np.random.uniform(-0.5, 0.5, (hid2, 1))
        self.b3 = np.zeros((out, 1))

    def act(self, x):
        return np.tanh(x)

    def dact(self, x):
        return 1 - x**2

    def predict(self, x):
        self.x = np.array(x, ndmin=2).T
        self.z1 = self.w1 @ self.x + self.b1
        self.h1 = self.act(self.z1)
        self.z2 = self.w2 @ self.h1 + self.b2
        self.h2 = self.act(self.z2)
        self.o = self.w3 @ self.h2 + self.b3
        return self.o

    def train(self, x, y):
        y = np.array(y, ndmin=2).T
        o = self.predict(x)
        loss = np.sum((o - y)**2)

        e3 = 2*(o - y)
        e2 = (self.w3.T @ e3) * self.dact(self.z2)
        e1 = (self.w2.T @ e2) * self.dact(self.z1)

        self.w3 -= self.LR * e3 @ self.h2.T
        self.b3 -= self.LR * e3
        self.w2 -= self.LR * e2 @ self.h1.T
        self.b2 -= self.LR * e2
        self.w1 -= self.LR * e1 @ self.x.T
        self.b1 -= self.LR * e1
        return loss


if __name__ == "__main__":
    np.random.seed(0)
    random.seed(0)
    brain = NN(1, 6, 6, 1, 0.003)
    for i in range(2000):
        x = random.uniform(-1, 1)
        l = brain.train([x], [np.sin(3*x)])
        if i % 400 == 0:
            print("step", i, "loss", l)
    for x in [-1, -0.5, 0, 0.5, 1]:
        print(x, brain.predict([x])[0, 0], np.sin(3*x))
