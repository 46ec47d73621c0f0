import numpy as np

# iris-like blobs, 4 features / 3 species
def get_data(n=150):
    centers = np.array([[5.0, 3.4, 1.5, 0.2], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.5, 2.0]])
    labels = np.arange(n) % 3
    feats = centers[labels] + 0.35 * np.random.randn(n, 4)
    feats = (feats - feats.mean(0)) / feats.std(0)
    return feats, np.eye(3)[labels]

def softplus(x): return np.logaddexp(0, x)
def softplus_grad(x): return 1 / (1 + np.exp(-x))
def softmax(x):
    ex = np.exp(x - x.max(1, keepdims=True))
    return ex / ex.sum(1, keepdims=True)

def crossEntropy(pred, target):
    return -(target * np.log(pred)).sum(1).mean()

class NeuralNet:
    def __init__(self, nIn, nHid, nOut, lr=0.2):
        self.lr = lr
        self.wIH = np.random.normal(0, nIn ** -0.5, (nIn, nHid))
        self.bH = np.zeros((1, nHid))
        self.wHO = np.random.normal(0, nHid ** -0.5, (nHid, nOut))
        self.bO = np.zeros((1, nOut))

    def feedForward(self, x):
        self.x = x
        self.hid = softplus(x @ self.wIH + self.bH)
        self.out = softmax(self.hid @ self.wHO + self.bO)
        return self.out

    def backProp(self, t):
        n = t.shape[0]
        outErr = (self.out - t) / n
        hidErr = (outErr @ self.wHO.T) * softplus_grad(self.hid)

        self.wHO -= self.lr * (self.hid.T @ outErr)
        self.bO -= self.lr * outErr.sum(0, keepdims=True)
        self.wIH -= self.lr * (self.x.T @ hidErr)
        self.bH -= self.lr * hidErr.sum(0, keepdims=True)

    def fit(self, x, t, epochs=100, batch=25):
        for ep in range(epochs):
            order = np.random.permutation(len(x))
            for s in range(0, len(x), batch):
                sel = order[s:s + batch]
                self.feedForward(x[sel])
                self.backProp(t[sel])
            if ep % 20 == 0:
                print('epoch', ep, 'loss', crossEntropy(self.feedForward(x), t))

if __name__ == '__main__':
    np.random.seed(5)
    x, t = get_data()
    nn = NeuralNet(4, 10, 3)
    nn.fit(x, t)
    acc = (nn.feedForward(x).argmax(1) == t.argmax(1)).mean()
    print('accuracy', acc)
