# Inverse kinematics for the 2-joint desk arm, learned from random babbling.
# target (x, y) in units of arm length -> joint angles (shoulder, elbow)
import numpy as np

L_UPPER, L_FORE = 0.55, 0.45


def fk(theta):
    """theta: 2 x m"""
    s, e = theta[0], theta[1]
    return np.vstack((L_UPPER * np.cos(s) + L_FORE * np.cos(s + e),
                      L_UPPER * np.sin(s) + L_FORE * np.sin(s + e)))


def act(v):
    return np.tanh(v)


def act_prime(v):
    return 1 - np.tanh(v) ** 2


class ArmNet(object):
    def __init__(self, dims, seed=0):
        rs = np.random.RandomState(seed)
        self.L = len(dims) - 1
        self.W = [None] + [rs.randn(dims[l], dims[l - 1]) / np.sqrt(dims[l - 1]) for l in range(1, self.L + 1)]
        self.b = [None] + [np.zeros((dims[l], 1)) for l in range(1, self.L + 1)]

    def forward(self, X):
        self.Z = [None] * (self.L + 1)
        self.A = [X] + [None] * self.L
        for l in range(1, self.L + 1):
            self.Z[l] = np.dot(self.W[l], self.A[l - 1]) + self.b[l]
            self.A[l] = act(self.Z[l]) if l < self.L else self.Z[l]
        return self.A[self.L]

    def cost(self, X, T):
        m = X.shape[1]
        return np.sum((self.forward(X) - T) ** 2) / (2.0 * m)

    def backward(self, T):
        m = T.shape[1]
        self.dW = [None] * (self.L + 1)
        self.db = [None] * (self.L + 1)
        dZ = (self.A[self.L] - T) / m
        for l in range(self.L, 0, -1):
            self.dW[l] = np.dot(dZ, self.A[l - 1].T)
            self.db[l] = np.sum(dZ, axis=1, keepdims=True)
            if l > 1:
                dZ = np.dot(self.W[l].T, dZ) * act_prime(self.A[l - 1])

    def update(self, alpha):
        for l in range(1, self.L + 1):
            self.W[l] -= alpha * self.dW[l]
            self.b[l] -= alpha * self.db[l]


def babble(m, rs):
    theta = np.vstack((rs.uniform(0, 1.6, m), rs.uniform(0.3, 2.2, m)))
    return fk(theta), theta


if __name__ == '__main__':
    rs = np.random.RandomState(3)
    XY, TH = babble(300, rs)
    net = ArmNet([2, 12, 12, 8, 2])
    for it in range(1500):
        net.forward(XY)
        net.backward(TH)
        net.update(0.1)
        if it % 300 == 0:
            print('iter %4d cost %.5f' % (it, net.cost(XY, TH)))
    xy, th = babble(50, rs)
    reach = np.sqrt(np.sum((fk(net.forward(xy)) - xy) ** 2, axis=0))
    print('mean reach error: %.3f arm lengths' % reach.mean())
