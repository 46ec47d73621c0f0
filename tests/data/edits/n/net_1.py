# Toy neural network library, ported from my nn.js / matrix.js
import math
import random

class Matrix:
    def __init__(self, rows, cols):
        self.rows = rows
        self.cols = cols
        self.data = [[0.0 for _ in range(cols)] for _ in range(rows)]

    @staticmethod
    def from_array(arr):
        m = Matrix(len(arr), 1)
        for i in range(len(arr)):
            m.data[i][0] = arr[i]
        return m

    def to_array(self):
        return [self.data[i][j] for i in range(self.rows) for j in range(self.cols)]

    def randomize(self):
        for i in range(self.rows):
            for j in range(self.cols):
                self.data[i][j] = random.random() * 2 - 1
        return self

    def add(self, other):
        for i in range(self.rows):
            for j in range(self.cols):
                self.data[i][j] += other.data[i][j]

    def scale(self, n):
        return Matrix.map(self, lambda x: x * n)

    @staticmethod
    def subtract(a, b):
        result = Matrix(a.rows, a.cols)
        for i in range(a.rows):
            for j in range(a.cols):
                result.data[i][j] = a.data[i][j] - b.data[i][j]
        return result

    @staticmethod
    def transpose(m):
        result = Matrix(m.cols, m.rows)
        for i in range(m.rows):
            for j in range(m.cols):
                result.data[j][i] = m.data[i][j]
        return result

    @staticmethod
    def multiply(a, b):
        result = Matrix(a.rows, b.cols)
        for i in range(result.rows):
            for j in range(result.cols):
                total = 0.0
                for k in range(a.cols):
                    total += a.data[i][k] * b.data[k][j]
                result.data[i][j] = total
        return result

    @staticmethod
    def hadamard(a, b):
        result = Matrix(a.rows, a.cols)
        for i in range(a.rows):
            for j in range(a.cols):
                result.data[i][j] = a.data[i][j] * b.data[i][j]
        return result

    @staticmethod
    def map(m, func):
        result = Matrix(m.rows, m.cols)
        for i in range(m.rows):
            for j in range(m.cols):
                result.data[i][j] = func(m.data[i][j])
        return result


def sigmoid(x):
    return 1 / (1 + math.exp(-x))

def dsigmoid(y):  # y is already sigmoid(x)
    return y * (1 - y)


class NeuralNetwork:
    def __init__(self, sizes, learning_rate=0.5):
        self.learning_rate = learning_rate
        self.weights = [Matrix(sizes[i + 1], sizes[i]).randomize() for i in range(len(sizes) - 1)]
        self.biases = [Matrix(n, 1).randomize() for n in sizes[1:]]

    def feed_forward(self, input_array):
        self.layers = [Matrix.from_array(input_array)]
        for w, b in zip(self.weights, self.biases):
            layer = Matrix.multiply(w, self.layers[-1])
            layer.add(b)
            self.layers.append(Matrix.map(layer, sigmoid))
        return self.layers[-1].to_array()

    def train(self, input_array, target_array):
        guess = self.feed_forward(input_array)
        errors = Matrix.subtract(Matrix.from_array(target_array), self.layers[-1])
        for i in range(len(self.weights) - 1, -1, -1):
            gradient = Matrix.hadamard(Matrix.map(self.layers[i + 1], dsigmoid), errors)
            errors = Matrix.multiply(Matrix.transpose(self.weights[i]), gradient)
            deltas = Matrix.multiply(gradient, Matrix.transpose(self.layers[i]))
            self.weights[i].add(deltas.scale(self.learning_rate))
            self.biases[i].add(gradient.scale(self.learning_rate))
        return sum(0.5 * (t - g) ** 2 for t, g in zip(target_array, guess))


if __name__ == "__main__":
    random.seed(1)
    data = [([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]
    nn = NeuralNetwork([2, 4, 3, 1])
    for epoch in range(3000):
        loss = sum(nn.train(x, t) for x, t in random.sample(data, len(data)))
        if epoch % 500 == 0:
            print("epoch", epoch, "loss", loss)
    print([(x, nn.feed_forward(x)) for x, _ in data])
