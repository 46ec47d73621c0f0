import math
import random


class Neuron:
    """One neuron: keeps its weights, its bias and what it last saw."""

    def __init__(self, num_inputs, activation):
        self.activation = activation
        self.weights = [random.gauss(0, 1) / math.sqrt(num_inputs) for _ in range(num_inputs)]
        self.bias = 0.0
        self.velocity = [0.0] * num_inputs
        self.bias_velocity = 0.0
        self.output = 0.0
        self.delta = 0.0

    def calculate_output(self, inputs):
        total = self.bias
        for w, x in zip(self.weights, inputs):
            total += w * x
        self.output = self.squash(total)
        return self.output

    def squash(self, total):
        if self.activation == "tanh":
            return math.tanh(total)
        return 1.0 / (1.0 + math.exp(-total))

    def derivative(self):
        # both derivatives are written in terms of the output
        if self.activation == "tanh":
            return 1.0 - self.output ** 2
        return self.output * (1.0 - self.output)

    def update(self, inputs, learning_rate, momentum):
        for j, (v, x) in enumerate(zip(self.velocity, inputs)):
            self.velocity[j] = momentum * v - learning_rate * self.delta * x
            self.weights[j] += self.velocity[j]
        self.bias_velocity = momentum * self.bias_velocity - learning_rate * self.delta
        self.bias += self.bias_velocity


class Layer:
    def __init__(self, num_neurons, num_inputs, activation):
        self.neurons = [Neuron(num_inputs, activation) for _ in range(num_neurons)]

    def feed_forward(self, inputs):
        return [neuron.calculate_output(inputs) for neuron in self.neurons]

    def outputs(self):
        return [neuron.output for neuron in self.neurons]


class Network:
    def __init__(self, sizes, learning_rate=0.5, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.layers = []
        for i in range(1, len(sizes)):
            activation = "sigmoid" if i == len(sizes) - 1 else "tanh"
            self.layers.append(Layer(sizes[i], sizes[i - 1], activation))

    def feed_forward(self, inputs):
        for layer in self.layers:
            inputs = layer.feed_forward(inputs)
        return inputs

    def backward(self, targets):
        for neuron, target in zip(self.layers[-1].neurons, targets):
            neuron.delta = (neuron.output - target) * neuron.derivative()
        for i in range(len(self.layers) - 2, -1, -1):
            for j, neuron in enumerate(self.layers[i].neurons):
                error = 0.0
                for following in self.layers[i + 1].neurons:
                    error += following.weights[j] * following.delta
                neuron.delta = error * neuron.derivative()

    def update_weights(self, sample):
        for i, layer in enumerate(self.layers):
            inputs = sample if i == 0 else self.layers[i - 1].outputs()
            for neuron in layer.neurons:
                neuron.update(inputs, self.learning_rate, self.momentum)

    def train(self, sample, targets):
        self.feed_forward(sample)
        self.backward(targets)
        self.update_weights(sample)

    def error(self, sample, targets):
        outputs = self.feed_forward(sample)
        return sum(0.5 * (t - o) ** 2 for t, o in zip(targets, outputs))


if __name__ == "__main__":
    random.seed(1)
    data = [([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]
    network = Network([2, 4, 1], learning_rate=0.3, momentum=0.8)
    for epoch in range(2001):
        for sample, targets in data:
            network.train(sample, targets)
        if epoch % 500 == 0:
            total = sum(network.error(s, t) for s, t in data)
            print("epoch %d, error %.5f" % (epoch, total))
    for sample, targets in data:
        print(sample, targets, network.feed_forward(sample))
