import numpy as np

class MyNN():
    def __init__(self, inp, hidden, out):
        # both hidden layers have the same number of neurons
        self.w1 = np.random.randn(inp, hidden) * 0.5
        self.w2 = np.random.randn(hidden, hidden) * 0.5
        self.w3 = np.random.randn(hidden, out) * 0.5
        self.b1 = np.zeros(hidden)
        self.b2 = np.zeros(hidden)
        self.b3 = np.zeros(out)
        # momentum
        self.vw1 = np.zeros_like(self.w1)
        self.vw2 = np.zeros_like(self.w2)
        self.vw3 = np.zeros_like(self.w3)
        self.vb1 = np.zeros_like(self.b1)
        self.vb2 = np.zeros_like(self.b2)
        self.vb3 = np.zeros_like(self.b3)

    def tanh_d(self, a):
        return 1 - a ** 2

    def forward(self, X):
        self.a1 = np.tanh(np.dot(X, self.w1) + self.b1)
        self.a2 = np.tanh(np.dot(self.a1, self.w2) + self.b2)
        self.y_hat = np.dot(self.a2, self.w3) + self.b3
        return self.y_hat

    def loss(self, X, y):
        # mean over the samples of the squared error
        return np.mean(np.sum((self.forward(X) - y) ** 2, axis=1))

    def train_step(self, X, y, lr=0.02, mom=0.8):
        m = len(X)
        self.forward(X)

        # backward
        d3 = 2 * (self.y_hat - y) / m
        d2 = np.dot(d3, self.w3.T) * self.tanh_d(self.a2)
        d1 = np.dot(d2, self.w2.T) * self.tanh_d(self.a2)

        dw3 = np.dot(self.a2.T, d3)
        dw2 = np.dot(self.a1.T, d2)
        dw1 = np.dot(X.T, d1)
        db3 = np.sum(d3, axis=0)
        db2 = np.sum(d2, axis=0)
        db1 = np.sum(d1, axis=0)

        # velocities
        self.vw3 = mom * self.vw3 + lr * dw3
        self.vb3 = mom * self.vb3 + lr * db3
        self.vw2 = mom * self.vw2 + lr * dw2
        self.vb2 = mom * self.vb2 + lr * db2
        self.vw1 = mom * self.vw1 + lr * dw1
        self.vb1 = mom * self.vb2 + lr * db1

        self.w3 -= self.vw3
        self.b3 -= self.vb3
        self.w2 -= self.vw2
        self.b2 -= self.vb2
        self.w1 -= self.vw1
        self.b1 -= self.vb1


def main():
    np.random.seed(21)
    X = np.random.randn(100, 3)
    y = np.stack([np.sin(X[:, 0]) + X[:, 1], X[:, 2] * X[:, 1]], axis=1)
    nn = MyNN(3, 8, 2)
    for i in range(301):
        nn.train_step(X, y)
        if i % 100 == 0:
            print("iter", i, "loss", nn.loss(X, y))

if __name__ == "__main__":
    main()
