import numpy as np

# Minimal example, iris-like data with 3 classes. Tried with python 3.8 and numpy 1.21

class NN():
    def __init__(self, inputs, y, nHidden=7):
        self.input = inputs
        self.y = y
        self.lr = 0.5
        np.random.seed(42)
        self.wh = np.random.uniform(-0.5, 0.5, (inputs.shape[1], nHidden))
        self.bh = np.random.uniform(-0.5, 0.5, (1, nHidden))
        self.wout = np.random.uniform(-0.5, 0.5, (nHidden, y.shape[1]))
        self.bout = np.random.uniform(-0.5, 0.5, (1, y.shape[1]))

    def softmax(self, x):
        e = np.exp(x - x.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def softmax_der(self, s):
        return s * (1 - s)

    def tanh_der(self, t):
        return 1 - t ** 2

    def cross_entropy(self):
        return -np.sum(self.y * np.log(self.out)) / self.y.shape[0]

    def feedForward(self):
        self.h = np.tanh(np.dot(self.input, self.wh) + self.bh)
        self.out = self.softmax(np.dot(self.h, self.wout) + self.bout)

    def backProp(self):
        n = self.y.shape[0]
        self.o_error = (self.out - self.y) / n
        self.o_delta = self.o_error * self.softmax_der(self.out)
        self.h_error = self.o_delta.dot(self.wout.T)
        self.h_delta = self.h_error * self.tanh_der(self.h)

        self.wout -= self.lr * self.h.T.dot(self.o_delta)
        self.bout -= self.lr * self.o_delta.sum(axis=0, keepdims=True)
        self.wh -= self.lr * self.input.T.dot(self.h_delta)
        self.bh -= self.lr * self.h_delta.sum(axis=0, keepdims=True)

    def train(self, epochs):
        for i in range(epochs):
            self.feedForward()
            if i % 100 == 0:
                print("epoch", i, "loss", self.cross_entropy())
            self.backProp()


def getData():
    np.random.seed(0)
    centers = np.array([[5.0, 3.4, 1.5, 0.2], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.6, 2.0]])
    labels = np.repeat(np.arange(3), 30)
    x = centers[labels] + 0.3 * np.random.randn(90, 4)
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    return x, np.eye(3)[labels]


if __name__ == "__main__":
    x, y = getData()
    nn = NN(x, y)
    nn.train(500)
    print("accuracy:", (nn.out.argmax(1) == y.argmax(1)).mean())
