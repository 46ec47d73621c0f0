import numpy as np

class MLP():
    def __init__(self, nIn, nHid, lr=0.1, mu=0.9):
        self.lr = lr
        self.mu = mu
        self.W1 = np.random.uniform(-0.7, 0.7, size=(nIn, nHid))
        self.b1 = np.zeros((1, nHid))
        self.W2 = np.random.uniform(-0.7, 0.7, size=(nHid, 1))
        self.b2 = np.zeros((1, 1))
        self.vW1 = np.zeros_like(self.W1)
        self.vb1 = np.zeros_like(self.b1)
        self.vW2 = np.zeros_like(self.W2)
        self.vb2 = np.zeros_like(self.b2)

    def sigm(self, x):
        return 1/(1+np.exp(-x))

    def softplus(self, x):
        return np.log1p(np.exp(-np.abs(x))) + np.maximum(x, 0)

    def d_softplus(self, x):
        # derivative of softplus is the sigmoid
        return self.sigm(x)

    def forward(self, X):
        self.z1 = np.dot(X, self.W1) + self.b1
        self.a1 = self.softplus(self.z1)
        self.z2 = np.dot(self.a1, self.W2) + self.b2
        self.yHat = self.sigm(self.z2)
        return self.yHat

    def loss(self, X, y):
        # binary cross entropy
        p = self.forward(X)
        return float(-np.mean(y*np.log(p) + (1-y)*np.log(1-p)))

    def trainStep(self, X, y):
        n = X.shape[0]
        self.forward(X)

        d2 = (self.yHat - y) * self.yHat * (1 - self.yHat) / n
        dW2 = np.dot(self.a1.T, d2)
        db2 = np.sum(d2, axis=0, keepdims=True)

        d1 = np.dot(d2, self.W2.T) * self.d_softplus(self.a1)
        dW1 = np.dot(X.T, d1)
        db1 = np.sum(d1, axis=0, keepdims=True)

        self.vW2 = self.mu*self.vW2 - self.lr*dW2
        self.vb2 = self.mu*self.vb2 - self.lr*db2
        self.vW1 = self.mu*self.vW1 - self.lr*dW1
        self.vb1 = self.mu*self.vb1 - self.lr*db1

        self.W2 += self.vW2
        self.b2 += self.vb2
        self.W1 += self.vW1
        self.b1 += self.vb1

    def fit(self, X, y, epochs=500):
        hist = []
        for e in range(epochs):
            self.trainStep(X, y)
            hist.append(self.loss(X, y))
            if e % 100 == 0:
                print("Epoch", e, "loss:", hist[-1])
        return hist

if __name__ == "__main__":
    np.random.seed(8)
    X = np.random.randn(120, 2)
    y = ((X[:, :1] + 0.5*X[:, 1:]**2) > 0.3).astype(float)
    m = MLP(2, 6)
    m.fit(X, y)
    print("acc", np.mean((m.forward(X) > 0.5) == y))
