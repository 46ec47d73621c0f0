# C++ -> Python translation of the ann library (flat buffers, explicit index arithmetic)
import numpy as np

LEAK = 0.05


class Ann(object):
    def __init__(self, nLayers, layout, eta, alpha):
        self.nLayers = nLayers
        self.layout = layout
        self.eta = eta
        self.alpha = alpha
        self.offW = [0] * nLayers      # offset of the weights that enter layer l
        self.offN = [0] * nLayers      # offset of the neurons of layer l
        nW = 0
        nN = layout[0]
        for l in range(1, nLayers):
            self.offW[l] = nW
            self.offN[l] = nN
            nW += layout[l] * (layout[l - 1] + 1)
            nN += layout[l]
        rs = np.random.RandomState(11)
        self.w = rs.normal(0.0, 0.6, nW)
        self.g = np.zeros(nW)
        self.dw = np.zeros(nW)
        self.s = np.zeros(nN)
        self.o = np.zeros(nN)
        self.d = np.zeros(nN)

    def run(self, x):
        for i in range(self.layout[0]):
            self.o[i] = x[i]
        for l in range(1, self.nLayers):
            nPrev = self.layout[l - 1]
            for j in range(self.layout[l]):
                p = self.offW[l] + j * (nPrev + 1)
                acc = self.w[p + nPrev]
                for i in range(nPrev):
                    acc += self.w[p + i] * self.o[self.offN[l - 1] + i]
                n = self.offN[l] + j
                self.s[n] = acc
                if l == self.nLayers - 1:
                    self.o[n] = acc
                else:
                    self.o[n] = acc if acc > 0.0 else LEAK * acc
        return self.o[self.offN[self.nLayers - 1]:]

    def accumulate(self, x, t):
        """adds d(E)/d(w) of one sample to g, E = sum_k (y_k - t_k)^2"""
        self.run(x)
        last = self.nLayers - 1
        e = 0.0
        for k in range(self.layout[last]):
            n = self.offN[last] + k
            diff = self.o[n] - t[k]
            e += diff * diff
            self.d[n] = 2.0 * diff
        for l in range(last, 0, -1):
            nPrev = self.layout[l - 1]
            for i in range(nPrev):
                self.d[self.offN[l - 1] + i] = 0.0
            for j in range(self.layout[l]):
                p = self.offW[l] + j * (nPrev + 1)
                dn = self.d[self.offN[l] + j]
                for i in range(nPrev):
                    m = self.offN[l - 1] + i
                    self.g[p + i] += dn * self.o[m]
                    self.d[m] += dn * self.w[p + i]
                self.g[p + nPrev] += dn
            if l > 1:
                for i in range(nPrev):
                    m = self.offN[l - 1] + i
                    self.d[m] *= 1.0 if self.s[m] > 0.0 else LEAK
        return e

    def epoch(self, X, T):
        """one full batch step on the mean of E over the samples; returns that mean"""
        self.g[:] = 0.0
        e = 0.0
        for q in range(len(X)):
            e += self.accumulate(X[q], T[q])
        for k in range(self.w.size):
            self.dw[k] = self.alpha * self.dw[k] - self.eta * self.g[k] / len(X)
            self.w[k] += self.dw[k]
        return e / len(X)


if __name__ == "__main__":
    rs = np.random.RandomState(5)
    X = rs.uniform(-1, 1, (24, 2))
    T = np.stack([X[:, 0] * X[:, 1], np.abs(X[:, 0])], axis=1)
    net = Ann(4, [2, 6, 5, 2], 0.03, 0.8)
    for it in range(60):
        err = net.epoch(X, T)
        if it % 10 == 0:
            print("iteration %d  error %.5f" % (it, err))
