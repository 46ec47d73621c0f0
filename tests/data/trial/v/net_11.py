# My network for the Boston-like toy set, one hidden layer, softplus units, linear output
import numpy as np


class MyNN:

    def __init__(self, nInput, nHidden, nOutput, learningRate=0.01):
        r = np.random.RandomState(99)
        self.w_ih = r.normal(0.0, pow(nInput, -0.5), (nHidden, nInput))
        self.w_ho = r.normal(0.0, pow(nHidden, -0.5), (nOutput, nHidden))
        self.b_h = np.zeros(nHidden)
        self.b_o = np.zeros(nOutput)
        self.lr = learningRate

    def softplus(self, v):
        return np.log(1 + np.exp(v))

    def d_softplus(self, v):
        return 1 / (1 + np.exp(-v))

    def query(self, inputs):
        self.hidden_in = np.dot(self.w_ih, inputs) + self.b_h
        self.hidden_out = self.softplus(self.hidden_in)
        return np.dot(self.w_ho, self.hidden_out) + self.b_o

    def sampleError(self, inputs, targets):
        """half of the squared error of one sample"""
        return 0.5 * np.sum((targets - self.query(inputs)) ** 2)

    def train(self, inputs, targets):
        final = self.query(inputs)

        # errors
        output_errors = targets - final
        hidden_errors = np.dot(self.w_ho.T, output_errors)

        # output layer
        self.w_ho += self.lr * np.outer(output_errors, self.hidden_out)
        self.b_o += self.lr * output_errors

        # hidden layer
        self.w_ih += self.lr * np.outer(hidden_errors, inputs)
        self.b_h += self.lr * np.sum(output_errors)


def makeData(n=150):
    r = np.random.RandomState(3)
    rooms = r.uniform(-1, 1, n)
    dist = r.uniform(-1, 1, n)
    age = r.uniform(-1, 1, n)
    price = 1.5 * rooms - dist ** 2 + 0.3 * age * rooms
    rent = 0.5 * rooms + 0.2 * dist
    return np.column_stack((rooms, dist, age)), np.column_stack((price, rent))


if __name__ == "__main__":
    X, Y = makeData()
    nn = MyNN(3, 8, 2, 0.02)
    for epoch in range(40):
        for xi, yi in zip(X, Y):
            nn.train(xi, yi)
        if epoch % 10 == 0:
            print("epoch", epoch, "error", np.mean([nn.sampleError(xi, yi) for xi, yi in zip(X, Y)]))
