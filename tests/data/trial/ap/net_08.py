import numpy as np
np.random.seed(12)


class BatchAccumNet(object):
    """ One record at a time, gradients are collected and applied once per batch.
    Minimises, for each batch, the average of (out - target)^2 over the records. """

    def __init__(self, nInputs, nHidden, batchSize=10, learnRate=0.05):
        self.W_ih = np.random.normal(0, 0.5, (nHidden, nInputs))
        self.b_h = np.zeros(nHidden)
        self.w_ho = np.random.normal(0, 0.5, nHidden)
        self.b_o = 0.0
        self.batchSize = batchSize
        self.learnRate = learnRate

    def clearGradients(self):
        self.gW_ih = np.zeros_like(self.W_ih)
        self.gb_h = np.zeros_like(self.b_h)
        self.gw_ho = np.zeros_like(self.w_ho)
        self.gb_o = 0.0

    def feedForward(self, record):
        self.h = np.tanh(np.dot(self.W_ih, record) + self.b_h)
        return np.dot(self.w_ho, self.h) + self.b_o

    def collect(self, record, target):
        out = self.feedForward(record)
        dOut = 2.0 * (out - target)
        self.gw_ho += dOut * self.h
        self.gb_o += dOut
        dHid = dOut * self.w_ho * (1.0 - self.h * self.h)
        self.gW_ih += np.outer(dHid, record)
        self.gb_h += dHid
        return (out - target) ** 2

    def applyGradients(self, count):
        k = self.learnRate / count
        self.W_ih -= k * self.gW_ih
        self.b_h -= k * self.gb_h
        self.w_ho -= k * self.gw_ho
        self.b_o -= k * self.gb_o

    def trainEpoch(self, records, targets):
        total = 0.0
        n = len(records)
        self.clearGradients()
        for start in range(0, n, self.batchSize):
            stop = min(start + self.batchSize, n)
            for i in range(start, stop):
                total += self.collect(records[i], targets[i])
            self.applyGradients(stop - start)
        return total / n


if __name__ == '__main__':
    load = np.random.uniform(-1, 1, (45, 3))
    price = 0.7 * load[:, 0] - load[:, 1] ** 2 + 0.4 * load[:, 2]
    net = BatchAccumNet(3, 7)
    for epoch in range(60):
        mse = net.trainEpoch(load, price)
        if epoch % 10 == 0:
            print('epoch', epoch, 'mse', mse)
