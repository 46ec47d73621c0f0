"""
Neural network made of Neuron objects. Pure python, no libraries!!
I wanted to really understand backprop so every neuron does its own job.
Cost of the whole batch = average over samples of (1/2)*sum of squared differences
"""
from random import Random


def leaky(x):
    return x if x > 0 else 0.1 * x


def leaky_slope(x):
    return 1.0 if x > 0 else 0.1


class Neuron:
    def __init__(self, number_of_inputs, is_output, rnd):
        self.weights = [rnd.gauss(0, 0.6) for _ in range(number_of_inputs)]
        self.bias = rnd.gauss(0, 0.1)
        self.is_output = is_output
        self.forget()

    def forget(self):
        self.weight_nudges = [0.0] * len(self.weights)
        self.bias_nudge = 0.0

    def fire(self, inputs):
        self.inputs = inputs
        self.total = self.bias + sum(w * i for w, i in zip(self.weights, inputs))
        self.output = self.total if self.is_output else leaky(self.total)
        return self.output

    def blame(self, dcost_doutput):
        """remember my share of the gradient, return what my inputs are responsible for"""
        d = dcost_doutput * (1.0 if self.is_output else leaky_slope(self.total))
        for n, i in enumerate(self.inputs):
            self.weight_nudges[n] += d * i
        self.bias_nudge += d
        return [d * w for w in self.weights]

    def learn(self, rate, batch_size):
        for n in range(len(self.weights)):
            self.weights[n] -= rate * self.weight_nudges[n] / batch_size
        self.bias -= rate * self.bias_nudge / batch_size
        self.forget()


class Brain:
    def __init__(self, shape, seed=5):
        rnd = Random(seed)
        self.layers = []
        for k in range(1, len(shape)):
            last = k == len(shape) - 1
            self.layers.append([Neuron(shape[k - 1], last, rnd) for _ in range(shape[k])])

    def think(self, values):
        for layer in self.layers:
            values = [neuron.fire(values) for neuron in layer]
        return values

    def cost(self, batch):
        c = 0.0
        for x, t in batch:
            c += 0.5 * sum((o - tt) ** 2 for o, tt in zip(self.think(x), t))
        return c / len(batch)

    def train_batch(self, batch, rate):
        for x, t in batch:
            out = self.think(x)
            signal = [o - tt for o, tt in zip(out, t)]
            for layer in reversed(self.layers):
                shares = [neuron.blame(s) for neuron, s in zip(layer, signal)]
                signal = [sum(column) for column in zip(*shares)]
        for layer in self.layers:
            for neuron in layer:
                neuron.learn(rate, len(batch))


if __name__ == "__main__":
    rnd = Random(0)
    data = []
    for _ in range(60):
        a, b = rnd.uniform(-1, 1), rnd.uniform(-1, 1)
        data.append(([a, b], [a * b, abs(a - b)]))
    brain = Brain([2, 7, 5, 2])
    print("before:", brain.cost(data))
    for epoch in range(1, 201):
        rnd.shuffle(data)
        for start in range(0, len(data), 8):
            brain.train_batch(data[start:start + 8], 0.1)
        if epoch % 50 == 0:
            print("epoch", epoch, "cost", brain.cost(data))
    print("0.5 * 0.5, |0.5 - 0.5| =", brain.think([0.5, 0.5]))
