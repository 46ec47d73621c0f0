# Toy neural network, ported from a p5.js sketch (nn.js + matrix.js)
import math
import random


class Matrix:
    def __init__(self, rows, cols):
        self.rows = rows
        self.cols = cols
        self.data = [[0.0 for _ in range(cols)] for _ in range(rows)]

    @staticmethod
    def fromArray(arr):
        return Matrix(len(arr), 1).map(lambda e, i, j: arr[i])

    def toArray(self):
        return [e for row in self.data for e in row]

    def randomize(self):
        return self.map(lambda e, i, j: random.random() * 2 - 1)

    def map(self, func):
        for i in range(self.rows):
            for j in range(self.cols):
                self.data[i][j] = func(self.data[i][j], i, j)
        return self

    @staticmethod
    def mapped(m, func):
        return Matrix(m.rows, m.cols).map(lambda _, i, j: func(m.data[i][j]))

    @staticmethod
    def subtract(a, b):
        return Matrix(a.rows, a.cols).map(lambda _, i, j: a.data[i][j] - b.data[i][j])

    @staticmethod
    def transpose(m):
        return Matrix(m.cols, m.rows).map(lambda _, i, j: m.data[j][i])

    @staticmethod
    def dot(a, b):
        if a.cols != b.rows:
            raise ValueError("Columns of A must match rows of B.")
        return Matrix(a.rows, b.cols).map(
            lambda _, i, j: sum(a.data[i][k] * b.data[k][j] for k in range(a.cols)))

    def add(self, n):
        return self.map(lambda e, i, j: e + n.data[i][j])

    def multiply(self, n):
        if isinstance(n, Matrix):  # hadamard
            return self.map(lambda e, i, j: e * n.data[i][j])
        return self.map(lambda e, i, j: e * n)


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


def dsigmoid(y):  # y has already been through sigmoid
    return y * (1 - y)


class NeuralNetwork:
    def __init__(self, inputNodes, hiddenNodes, outputNodes):
        self.weights_ih = Matrix(hiddenNodes, inputNodes).randomize()
        self.weights_ho = Matrix(outputNodes, hiddenNodes).randomize()
        self.bias_h = Matrix(hiddenNodes, 1).randomize()
        self.bias_o = Matrix(outputNodes, 1).randomize()
        self.learning_rate = 0.3

    def feedForward(self, inputs):
        hidden = Matrix.dot(self.weights_ih, inputs).add(self.bias_h)
        hidden.map(lambda e, i, j: sigmoid(e))
        outputs = Matrix.dot(self.weights_ho, hidden).add(self.bias_o)
        outputs.map(lambda e, i, j: sigmoid(e))
        return hidden, outputs

    def predict(self, input_array):
        return self.feedForward(Matrix.fromArray(input_array))[1].toArray()

    def loss(self, input_array, target_array):
        return sum((t - p) ** 2 for t, p in zip(target_array, self.predict(input_array))) / 2

    def train(self, input_array, target_array):
        inputs = Matrix.fromArray(input_array)
        hidden, outputs = self.feedForward(inputs)
        targets = Matrix.fromArray(target_array)

        output_errors = Matrix.subtract(targets, outputs)
        gradients = Matrix.mapped(outputs, dsigmoid).multiply(output_errors)

        steps = Matrix.mapped(gradients, lambda g: g * self.learning_rate)
        self.weights_ho.add(Matrix.dot(steps, Matrix.transpose(hidden)))
        self.bias_o.add(steps)

        hidden_errors = Matrix.dot(Matrix.transpose(self.weights_ho), gradients)
        hidden_gradient = Matrix.mapped(hidden, dsigmoid).multiply(hidden_errors)
        hidden_gradient.multiply(self.learning_rate)
        self.weights_ih.add(Matrix.dot(hidden_gradient, Matrix.transpose(inputs)))
        self.bias_h.add(hidden_gradient)


if __name__ == "__main__":
    random.seed(5)
    training_data = [([0, 1], [1]), ([1, 0], [1]), ([0, 0], [0]), ([1, 1], [0])]
    nn = NeuralNetwork(2, 4, 1)
    for frame in range(6000):
        nn.train(*random.choice(training_data))
        if frame % 1500 == 0:
            print(frame, sum(nn.loss(a, b) for a, b in training_data))
    for a, b in training_data:
        print(a, round(nn.predict(a)[0], 3))
