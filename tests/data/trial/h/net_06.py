# CS project - deep regression network, sin(x) fitting
import numpy as np
import time


class DeepNN():
    def __init__(self, nInput, nHidden, nOutput, depth=4, alpha=1.0, seed=None):
        if seed is not None:
            np.random.seed(seed)
        dims = [nInput] + [nHidden] * depth + [nOutput]
        self.L = len(dims) - 1
        self.alpha = alpha
        self.W = []
        self.B = []
        for i in range(self.L):
            self.W.append(np.random.normal(0, np.sqrt(2.0 / (dims[i] + dims[i + 1])), (dims[i], dims[i + 1])))
            self.B.append(np.zeros(dims[i + 1]))

    def elu(self, z):
        return np.where(z > 0, z, self.alpha * (np.exp(np.minimum(z, 0)) - 1))

    def eluGrad(self, z):
        return np.where(z > 0, 1.0, self.alpha * np.exp(np.minimum(z, 0)))

    def feedForward(self, X):
        self.Z = []
        self.A = [X]
        for i in range(self.L):
            z = self.A[i] @ self.W[i] + self.B[i]
            self.Z.append(z)
            if i < self.L - 1:
                self.A.append(self.elu(z))
            else:
                self.A.append(z)
        return self.A[-1]

    def getLoss(self, yHat, y):
        # MSE
        return ((yHat - y) ** 2).mean()

    def backProp(self, y):
        dW = [None] * self.L
        dB = [None] * self.L
        delta = 2.0 * (self.A[-1] - y) / y.size
        for i in range(self.L - 1, -1, -1):
            dW[i] = self.A[i].T @ delta
            dB[i] = delta.sum(axis=0)
            if i > 0:
                delta = (delta @ self.W[i].T) * self.eluGrad(self.Z[i])
        return dW, dB

    def fit(self, X, y, nEpochs=100, batchSize=16, lr=0.05):
        start = time.time()
        history = []
        for epoch in range(nEpochs):
            idx = np.random.permutation(len(X))
            epochLoss = 0
            for s in range(0, len(X), batchSize):
                xb, yb = X[idx[s:s + batchSize]], y[idx[s:s + batchSize]]
                yHat = self.feedForward(xb)
                epochLoss += self.getLoss(yHat, yb) * len(xb)
                dW, dB = self.backProp(yb)
                for i in range(self.L):
                    self.W[i] -= lr * dW[i]
                    self.B[i] -= lr * dB[i]
            history.append(epochLoss / len(X))
            if epoch % 25 == 0:
                print("[%3d] loss = %.6f (%.1fs)" % (epoch, history[-1], time.time() - start))
        return history


if __name__ == '__main__':
    nn = DeepNN(1, 8, 1, depth=4, seed=7)
    X = np.linspace(-np.pi, np.pi, 96)[:, None]
    y = np.sin(X)
    h = nn.fit(X, y, nEpochs=150)
    print('final', h[-1])
    print('max abs error', np.abs(nn.feedForward(X) - y).max())
