import math
import random

random.seed(7)

# hw3: neural net without numpy
# XOR + 3 bit parity

def sig(x):
    return 1.0 / (1.0 + math.exp(-x))

class Neuron:
    def __init__(self, n):
        self.w = [random.uniform(-1, 1) for _ in range(n)]
        self.b = random.uniform(-1, 1)
        self.out = 0.0
        self.delta = 0.0

    def fire(self, inputs):
        s = self.b
        for wi, xi in zip(self.w, inputs):
            s += wi * xi
        self.out = sig(s)
        return self.out


class Network:
    def __init__(self, n_in, n_hid, n_out):
        self.hidden = [Neuron(n_in) for _ in range(n_hid)]
        self.output = [Neuron(n_hid) for _ in range(n_out)]

    def run(self, x):
        h = [n.fire(x) for n in self.hidden]
        return [n.fire(h) for n in self.output]

    def error(self, x, t):
        # E = 1/2 sum (t-o)^2
        o = self.run(x)
        return 0.5 * sum((ti - oi) ** 2 for ti, oi in zip(t, o))

    def learn(self, x, t, rate):
        self.run(x)
        # output layer
        for k, n in enumerate(self.output):
            n.delta = (t[k] - n.out) * n.out * (1 - n.out)
            for j, h in enumerate(self.hidden):
                n.w[j] += rate * n.delta * h.out
            n.b += rate * n.delta
        # hidden layer
        for j, h in enumerate(self.hidden):
            s = 0.0
            for n in self.output:
                s += n.delta * n.w[j]
            h.delta = s * h.out * (1 - h.out)
            for i in range(len(x)):
                h.w[i] += rate * h.delta * x[i]
            h.b += rate * h.delta


def dataset():
    data = []
    for a in (0, 1):
        for b in (0, 1):
            for c in (0, 1):
                data.append(([a, b, c], [a ^ b, (a + b + c) % 2]))
    return data


if __name__ == "__main__":
    net = Network(3, 6, 2)
    data = dataset()
    for epoch in range(1500):
        random.shuffle(data)
        for x, t in data:
            net.learn(x, t, 0.8)
        if epoch % 300 == 0:
            print("epoch", epoch, "error", sum(net.error(x, t) for x, t in data))
    for x, t in sorted(data):
        print(x, t, [round(o, 2) for o in net.run(x)])
