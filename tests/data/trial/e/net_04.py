#!/usr/bin/env python
# Learns the inverse kinematics of a planar 2-link arm: (x, y) -> (q1, q2)
import numpy as np

L1, L2 = 0.30, 0.25     # link lengths [m]


def fk(q):
    """forward kinematics, q is (2,1)"""
    x = L1 * np.cos(q[0]) + L2 * np.cos(q[0] + q[1])
    y = L1 * np.sin(q[0]) + L2 * np.sin(q[0] + q[1])
    return np.array([x, y]).reshape(2, 1)


class IKNet(object):

    def __init__(self, n_hidden=20, eta=0.02, seed=7):
        rs = np.random.RandomState(seed)
        self.W1 = rs.uniform(-1, 1, (n_hidden, 2))
        self.b1 = rs.uniform(-.1, .1, (n_hidden, 1))
        self.W2 = rs.uniform(-1, 1, (n_hidden, n_hidden)) / np.sqrt(n_hidden)
        self.b2 = rs.uniform(-.1, .1, (n_hidden, 1))
        self.W3 = rs.uniform(-1, 1, (2, n_hidden)) / np.sqrt(n_hidden)
        self.b3 = np.zeros((2, 1))
        self.eta = eta

    def forward(self, p):
        self.p = p
        self.h1 = np.tanh(self.W1.dot(p) + self.b1)
        self.h2 = np.tanh(self.W2.dot(self.h1) + self.b1)
        self.q = self.W3.dot(self.h2) + self.b3
        return self.q

    def error(self, q_des):
        return 0.5 * float(np.sum((self.q - q_des) ** 2))

    def backward(self, q_des):
        d3 = self.q - q_des
        d2 = self.W3.T.dot(d3) * (1 - self.h2 ** 2)
        d1 = self.W2.T.dot(d2) * (1 - self.h1 ** 2)

        self.W3 -= self.eta * d3.dot(self.h2.T)
        self.b3 -= self.eta * d3
        self.W2 -= self.eta * d2.dot(self.h1.T)
        self.b2 -= self.eta * d2
        self.W1 -= self.eta * d1.dot(self.p.T)
        self.b1 -= self.eta * d1


def make_samples(n, rs):
    samples = []
    for _ in range(n):
        q = np.array([[rs.uniform(0.1, 1.4)], [rs.uniform(0.3, 2.0)]])
        # scale workspace to about [-1, 1]
        samples.append((fk(q) / (L1 + L2), q))
    return samples


def main():
    rs = np.random.RandomState(1)
    train = make_samples(200, rs)
    test = make_samples(50, rs)
    net = IKNet()
    for it in range(15):
        e = 0.0
        for p, q in train:
            net.forward(p)
            e += net.error(q)
            net.backward(q)
        print("iter %3d   mean error %.5f" % (it, e / len(train)))
    d = [np.linalg.norm(fk(net.forward(p)) - fk(q)) for p, q in test]
    print("mean cartesian error: %.1f mm" % (1000 * np.mean(d)))


if __name__ == '__main__':
    main()
