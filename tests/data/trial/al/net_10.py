import numpy as np


def sigmoid(x):
    return 1. / (1. + np.exp(-x))


class Layer:
    def __init__(self, nIn, nOut, act, rnd):
        self.W = rnd.randn(nIn, nOut) * np.sqrt(2. / (nIn + nOut))
        self.b = np.zeros(nOut)
        self.act = act
        self.velW = np.zeros_like(self.W)
        self.velB = np.zeros_like(self.b)
        self.zeroGrad()

    def zeroGrad(self):
        self.gradW = np.zeros_like(self.W)
        self.gradB = np.zeros_like(self.b)

    def forward(self, x):
        self.x = x
        self.z = x.dot(self.W) + self.b
        return self.z * sigmoid(self.z) if self.act == 'swish' else self.z

    def backward(self, dy):
        if self.act == 'swish':
            s = sigmoid(self.z)
            dy = dy * (self.z * s * (1 - s))
        self.gradW += self.x.T.dot(dy)
        self.gradB += dy.sum(axis=0)
        return dy.dot(self.W.T)

    def update(self, lr, momentum):
        self.velW = momentum * self.velW + lr * self.gradW
        self.velB = momentum * self.velB + lr * self.gradB
        self.W -= self.velW
        self.b -= self.velB


class Classifier:
    def __init__(self, dims, seed=0):
        rnd = np.random.RandomState(seed)
        self.layers = []
        for i in range(len(dims) - 1):
            act = 'linear' if i == len(dims) - 2 else 'swish'
            self.layers.append(Layer(dims[i], dims[i + 1], act, rnd))

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        e = np.exp(x - np.max(x, axis=1, keepdims=True))
        return e / np.sum(e, axis=1, keepdims=True)

    def loss(self, probs, y):
        return np.mean(-np.log(probs[range(len(y)), y]))

    def backward(self, probs, y):
        grad = probs.copy()
        grad[range(len(y)), y] -= 1
        grad /= len(y)
        for layer in self.layers[::-1]:
            grad = layer.backward(grad)

    def train(self, X, y, nEpochs=10, batchSize=20, lr=0.02, momentum=0.5):
        for epoch in range(nEpochs):
            losses = []
            for layer in self.layers:
                layer.zeroGrad()
            for start in range(0, len(X), batchSize):
                xb, yb = X[start:start + batchSize], y[start:start + batchSize]
                probs = self.forward(xb)
                losses.append(self.loss(probs, yb))
                self.backward(probs, yb)
                for layer in self.layers:
                    layer.update(lr, momentum)
            print('Epoch %d, loss %.4f' % (epoch + 1, np.mean(losses)))


if __name__ == '__main__':
    rs = np.random.RandomState(1)
    X = rs.randn(200, 4)
    y = np.argmax(X[:, :3] + 0.5 * X[:, [3]] * X[:, 1:4], axis=1)
    clf = Classifier([4, 10, 8, 3])
    clf.train(X, y)
    print('train acc', np.mean(clf.forward(X).argmax(1) == y))
