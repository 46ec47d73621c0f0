# Port of my p5.js neural network to Python
import math
import random


class Matrix:
    def __init__(self, rows, cols):
        self.rows = rows
        self.cols = cols
        self.data = [[0.0] * cols for _ in range(rows)]

    @staticmethod
    def fromArray(arr):
        m = Matrix(len(arr), 1)
        return m.map(lambda _, i, j: arr[i])

    def toArray(self):
        return [v for row in self.data for v in row]

    def randomize(self):
        return self.map(lambda _, i, j: random.random() * 2 - 1)

    def map(self, fn):
        for i in range(self.rows):
            for j in range(self.cols):
                self.data[i][j] = fn(self.data[i][j], i, j)
        return self

    def copy(self):
        return Matrix(self.rows, self.cols).map(lambda _, i, j: self.data[i][j])

    def add(self, other):
        return self.map(lambda v, i, j: v + other.data[i][j])

    def multiply(self, other):
        if isinstance(other, Matrix):
            return self.map(lambda v, i, j: v * other.data[i][j])
        return self.map(lambda v, i, j: v * other)

    @staticmethod
    def subtract(a, b):
        return Matrix(a.rows, a.cols).map(lambda _, i, j: a.data[i][j] - b.data[i][j])

    @staticmethod
    def transpose(a):
        return Matrix(a.cols, a.rows).map(lambda _, i, j: a.data[j][i])

    @staticmethod
    def dot(a, b):
        return Matrix(a.rows, b.cols).map(
            lambda _, i, j: sum(a.data[i][k] * b.data[k][j] for k in range(a.cols)))


def sigmoid(x, i=0, j=0):
    return 1 / (1 + math.exp(-x))


def dsigmoid(y, i=0, j=0):
    # y is already sigmoid(x)
    return y * (1 - y)


class NeuralNetwork:
    def __init__(self, input_nodes, hidden_nodes, output_nodes, learning_rate=0.1):
        self.weights_ih = Matrix(hidden_nodes, input_nodes).randomize()
        self.weights_ho = Matrix(output_nodes, hidden_nodes).randomize()
        self.bias_h = Matrix(hidden_nodes, 1).randomize()
        self.bias_o = Matrix(output_nodes, 1).randomize()
        self.learning_rate = learning_rate

    def predict(self, input_array):
        hidden = Matrix.dot(self.weights_ih, Matrix.fromArray(input_array)).add(self.bias_h).map(sigmoid)
        return Matrix.dot(self.weights_ho, hidden).add(self.bias_o).map(sigmoid).toArray()

    def loss(self, input_array, target_array):
        out = self.predict(input_array)
        return sum((t - o) ** 2 for t, o in zip(target_array, out)) / 2

    def train(self, input_array, target_array):
        inputs = Matrix.fromArray(input_array)
        hidden = Matrix.dot(self.weights_ih, inputs).add(self.bias_h).map(sigmoid)
        outputs = Matrix.dot(self.weights_ho, hidden).add(self.bias_o).map(sigmoid)
        targets = Matrix.fromArray(target_array)

        output_errors = Matrix.subtract(targets, outputs)
        output_deltas = outputs.copy().map(dsigmoid).multiply(output_errors)
        hidden_errors = Matrix.dot(Matrix.transpose(self.weights_ho), output_errors)
        hidden_deltas = hidden.copy().map(dsigmoid).multiply(hidden_errors)

        gradients = output_deltas.multiply(self.learning_rate)
        self.weights_ho.add(Matrix.dot(gradients, Matrix.transpose(hidden)))
        self.bias_o.add(gradients)
        hidden_gradient = hidden_deltas.multiply(self.learning_rate)
        self.weights_ih.add(Matrix.dot(hidden_gradient, Matrix.transpose(inputs)))
        self.bias_h.add(hidden_gradient)


if __name__ == "__main__":
    random.seed(7)
    training_data = [([0, 1], [1]), ([1, 0], [1]), ([0, 0], [0]), ([1, 1], [0])]
    nn = NeuralNetwork(2, 4, 1, 0.3)
    for i in range(5000):
        nn.train(*random.choice(training_data))
    print("loss", sum(nn.loss(x, t) for x, t in training_data))
    for x, t in training_data:
        print(x, nn.predict(x))
