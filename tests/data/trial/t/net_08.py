# "Data science from scratch" deep learning chapter: layers on plain lists,
# extended to gradients over a batch.
import math
import random
from typing import List

Vector = List[float]


def dot(v, w):
    return sum(a * b for a, b in zip(v, w))


class Layer:
    def params(self):
        return []

    def grads(self):
        return []

    def zero_grad(self):
        pass


class Tanh(Layer):
    def forward(self, input: Vector) -> Vector:
        self.tanh = [math.tanh(x) for x in input]
        return self.tanh

    def backward(self, gradient: Vector) -> Vector:
        return [(1 - t ** 2) * g for t, g in zip(self.tanh, gradient)]


class Linear(Layer):
    def __init__(self, input_dim: int, output_dim: int) -> None:
        self.input_dim = input_dim
        self.output_dim = output_dim
        std = math.sqrt(2.0 / (input_dim + output_dim))
        # self.w[o] holds the weights of the o-th neuron
        self.w = [[random.gauss(0, std) for _ in range(input_dim)] for _ in range(output_dim)]
        self.b = [random.gauss(0, std) for _ in range(output_dim)]
        self.w_grad = [[0.0] * input_dim for _ in range(output_dim)]
        self.b_grad = [0.0] * output_dim

    def forward(self, input: Vector) -> Vector:
        self.input = input
        return [dot(input, self.w[o]) + self.b[o] for o in range(self.output_dim)]

    def backward(self, gradient: Vector) -> Vector:
        for o in range(self.output_dim):
            self.b_grad[o] += gradient[o]
            for i in range(self.input_dim):
                self.w_grad[o][i] += self.input[i] * gradient[o]
        return [sum(self.w[o][i] * gradient[o] for o in range(self.output_dim))
                for i in range(self.input_dim)]

    def zero_grad(self):
        for row in self.w_grad:
            row[:] = [0.0] * self.input_dim

    def params(self):
        return self.w + [self.b]

    def grads(self):
        return self.w_grad + [self.b_grad]


class Sequential(Layer):
    def __init__(self, layers) -> None:
        self.layers = layers

    def forward(self, input):
        for layer in self.layers:
            input = layer.forward(input)
        return input

    def backward(self, gradient):
        for layer in reversed(self.layers):
            gradient = layer.backward(gradient)
        return gradient

    def zero_grad(self):
        for layer in self.layers:
            layer.zero_grad()

    def step(self, learning_rate):
        for layer in self.layers:
            for param, grad in zip(layer.params(), layer.grads()):
                param[:] = [p - g * learning_rate for p, g in zip(param, grad)]


class SSE:
    def loss(self, predicted: Vector, actual: Vector) -> float:
        return sum((p - a) ** 2 for p, a in zip(predicted, actual))

    def gradient(self, predicted: Vector, actual: Vector) -> Vector:
        return [2 * (p - a) for p, a in zip(predicted, actual)]


def train_batch(net, loss, xs, ys, learning_rate):
    """one step on the sum of the losses of the batch; returns that sum"""
    net.zero_grad()
    total = 0.0
    for x, y in zip(xs, ys):
        predicted = net.forward(x)
        total += loss.loss(predicted, y)
        net.backward(loss.gradient(predicted, y))
    net.step(learning_rate)
    return total


if __name__ == "__main__":
    random.seed(0)
    net = Sequential([Linear(2, 5), Tanh(), Linear(5, 4), Tanh(), Linear(4, 1)])
    xs = [[0., 0.], [0., 1.], [1., 0.], [1., 1.]]
    ys = [[-1.], [1.], [1.], [-1.]]
    for epoch in range(500):
        total = train_batch(net, SSE(), xs, ys, 0.02)
        if epoch % 100 == 0:
            print(f"xor epoch {epoch} loss {total:.4f}")
