# backprop in pure python, no numpy at all. learns sin(x) * y on a few points
import math
import random

random.seed(7)

class Neuron:
    def __init__(self, n_inputs, activation):
        self.w = [random.uniform(-0.7, 0.7) for _ in range(n_inputs)]
        self.bias = random.uniform(-0.3, 0.3)
        self.activation = activation
        self.out = 0.0
        self.delta = 0.0

    def fire(self, inputs):
        s = self.bias
        for wi, xi in zip(self.w, inputs):
            s += wi * xi
        self.out = math.tanh(s) if self.activation == 'tanh' else s
        return self.out

    def slope(self):
        return 1.0 - self.out ** 2 if self.activation == 'tanh' else 1.0

class Brain:
    def __init__(self, layout):
        self.layers = []
        for i in range(1, len(layout)):
            act = 'linear' if i == len(layout) - 1 else 'tanh'
            self.layers.append([Neuron(layout[i - 1], act) for _ in range(layout[i])])

    def think(self, inputs):
        self.seen = [list(inputs)]
        for layer in self.layers:
            inputs = [n.fire(inputs) for n in layer]
            self.seen.append(inputs)
        return inputs

    def error(self, inputs, target):
        """E = 1/2 * sum (out - target)^2 of one sample"""
        return 0.5 * sum((o - t) ** 2 for o, t in zip(self.think(inputs), target))

    def learn(self, inputs, target, rate):
        out = self.think(inputs)
        for n, o, t in zip(self.layers[-1], out, target):
            n.delta = (o - t) * n.slope()
        for k in range(len(self.layers) - 1, -1, -1):
            layer = self.layers[k]
            for n in layer:
                for i, x in enumerate(self.seen[k]):
                    n.w[i] -= rate * n.delta * x
                n.bias -= rate * n.delta
            if k > 0:
                for i, prev in enumerate(self.layers[k - 1]):
                    back = sum(n.w[i] * n.delta for n in layer)
                    prev.delta = back * prev.slope()

def samples():
    pts = []
    for i in range(-3, 4):
        for j in (-1, 0, 1):
            pts.append(([i / 2.0, float(j)], [math.sin(i / 2.0) * j]))
    return pts

if __name__ == '__main__':
    brain = Brain([2, 6, 4, 1])
    data = samples()
    for epoch in range(301):
        random.shuffle(data)
        for x, t in data:
            brain.learn(x, t, 0.05)
        if epoch % 50 == 0:
            print(epoch, sum(brain.error(x, t) for x, t in data))
