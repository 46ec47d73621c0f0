"""Plain Python, momentum, and a bias node that the hidden layer alone has: the inputs are one more, which is always 1."""
import math
import random

import crosscheck


class NN:
    def __init__(self, n_in, n_hidden, n_out):
        self.inputs = [1.0] * (n_in + 1)
        self.wi = [[random.uniform(-0.2, 0.2) for _ in range(n_hidden)] for _ in range(n_in + 1)]
        self.wo = [[random.uniform(-2.0, 2.0) for _ in range(n_out)] for _ in range(n_hidden)]
        self.ci = [[0.0] * n_hidden for _ in range(n_in + 1)]
        self.co = [[0.0] * n_out for _ in range(n_hidden)]

    def update(self, inputs):
        self.inputs[:-1] = inputs
        self.hidden = [math.tanh(sum(a * row[j] for a, row in zip(self.inputs, self.wi))) for j in range(len(self.wo))]
        self.output = [math.tanh(sum(a * row[k] for a, row in zip(self.hidden, self.wo))) for k in range(len(self.wo[0]))]
        return self.output

    def back_propagate(self, targets, rate, momentum):
        out = [(t - o) * (1 - o * o) for t, o in zip(targets, self.output)]
        hid = [(1 - h * h) * sum(d * w for d, w in zip(out, row)) for h, row in zip(self.hidden, self.wo)]
        for w, c, a, deltas in ((self.wo, self.co, self.hidden, out), (self.wi, self.ci, self.inputs, hid)):
            for i in range(len(w)):
                for j in range(len(deltas)):
                    c[i][j] = rate * deltas[j] * a[i] + momentum * c[i][j]
                    w[i][j] += c[i][j]
        return sum(0.5 * (t - o) ** 2 for t, o in zip(targets, self.output))


class Right(crosscheck.Adapter):
    samples, bias, momentum, parameters = "vector", "none", 0.5, "wi wo"
    activations, loss = ("tanh", "tanh"), "half_sse"

    def build(self, case):
        return NN(case.sizes[0] - 1, *case.sizes[1:])

    def step(self, net, x, y, lr):
        net.inputs[-1] = x[-1]                # in the place of the 1
        net.update(x[:-1])
        return {"loss": net.back_propagate(y, lr, self.momentum)}


EXPECTED = {"Right": ("agrees", [])}
