# Backpropagation step by step, following a tiny 2-3-2 network by hand.
# No numpy. Error: E = sum over outputs of 1/2 (target - out)^2
import math
import random


class Neuron:
    def __init__(self, n_inputs, rnd):
        self.weights = [rnd.uniform(-1, 1) for _ in range(n_inputs)]
        self.bias = rnd.uniform(-0.5, 0.5)
        self.inputs = []
        self.output = 0.0

    def fire(self, inputs):
        self.inputs = inputs
        net = self.bias
        for w, x in zip(self.weights, inputs):
            net += w * x
        self.output = 1.0 / (1.0 + math.exp(-net))
        return self.output

    def d_output_d_net(self):
        return self.output * (1.0 - self.output)

    def nudge(self, delta, rate):
        for i, x in enumerate(self.inputs):
            self.weights[i] -= rate * delta * x
        self.bias -= rate * delta


class Layer:
    def __init__(self, size, n_inputs, rnd):
        self.neurons = [Neuron(n_inputs, rnd) for _ in range(size)]

    def feed(self, inputs):
        return [n.fire(inputs) for n in self.neurons]


class TinyNet:
    LEARNING_RATE = 0.5

    def __init__(self, n_in, n_hidden, n_out, seed=0):
        rnd = random.Random(seed)
        self.hidden = Layer(n_hidden, n_in, rnd)
        self.out = Layer(n_out, n_hidden, rnd)

    def feed_forward(self, inputs):
        return self.out.feed(self.hidden.feed(inputs))

    def train(self, inputs, targets):
        self.feed_forward(inputs)

        # step 1: dE/dnet of the output neurons
        out_deltas = []
        for o, t in zip(self.out.neurons, targets):
            out_deltas.append(-(t - o.output) * o.d_output_d_net())

        # step 2: move the output neurons
        for o, d in zip(self.out.neurons, out_deltas):
            o.nudge(d, self.LEARNING_RATE)

        # step 3: dE/dnet of the hidden neurons
        hidden_deltas = []
        for h, neuron in enumerate(self.hidden.neurons):
            s = 0.0
            for o, d in zip(self.out.neurons, out_deltas):
                s += d * o.weights[h]
            hidden_deltas.append(s * neuron.d_output_d_net())

        # step 4: move the hidden neurons
        for neuron, d in zip(self.hidden.neurons, hidden_deltas):
            neuron.nudge(d, self.LEARNING_RATE)

    def total_error(self, training_set):
        total = 0.0
        for inputs, targets in training_set:
            for o, t in zip(self.feed_forward(inputs), targets):
                total += 0.5 * (t - o) ** 2
        return total


if __name__ == "__main__":
    data = [([0.05, 0.10], [0.01, 0.99]), ([0.90, 0.20], [0.99, 0.01]),
            ([0.15, 0.85], [0.20, 0.70])]
    nn = TinyNet(2, 3, 2)
    for i in range(3000):
        inputs, targets = data[i % len(data)]
        nn.train(inputs, targets)
        if i % 500 == 0:
            print(i, round(nn.total_error(data), 6))
