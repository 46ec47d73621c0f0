import math
import random


class Neuron:
    def __init__(self, fan_in, rnd):
        self.w = [rnd.uniform(-1, 1) for _ in range(fan_in)]
        self.bias = rnd.uniform(-0.5, 0.5)
        self.inputs = None
        self.output = 0.0
        self.delta = 0.0

    def fire(self, inputs):
        self.inputs = inputs
        net = self.bias
        for wi, xi in zip(self.w, inputs):
            net += wi * xi
        self.output = 1.0 / (1.0 + math.exp(-net))
        return self.output

    def slope(self):
        return self.output * (1.0 - self.output)

    def adjust(self, rate):
        for i, xi in enumerate(self.inputs):
            self.w[i] -= rate * self.delta * xi
        self.bias -= rate * self.delta


class ValveFaultNet:
    """ 3 pressure readings -> (leak, stuck) """

    def __init__(self, n_in=3, n_hid=5, n_out=2, seed=42):
        rnd = random.Random(seed)
        self.hidden = [Neuron(n_in, rnd) for _ in range(n_hid)]
        self.outputs = [Neuron(n_hid, rnd) for _ in range(n_out)]

    def run(self, x):
        h = [n.fire(x) for n in self.hidden]
        return [n.fire(h) for n in self.outputs]

    def error(self, x, t):
        return sum(0.5 * (o - ti) ** 2 for o, ti in zip(self.run(x), t))

    def learn(self, x, t, rate=0.5):
        self.run(x)
        for n, ti in zip(self.outputs, t):
            n.delta = (n.output - ti) * n.slope()
        for j, n in enumerate(self.hidden):
            n.delta = sum(o.delta * o.w[j] for o in self.outputs) * n.slope()
        for n in self.outputs + self.hidden:
            n.adjust(rate)


def make_readings(n, seed=7):
    rnd = random.Random(seed)
    rows = []
    for _ in range(n):
        p = [rnd.random() for _ in range(3)]
        leak = 1.0 if p[0] - p[2] > 0.2 else 0.0
        stuck = 1.0 if abs(p[1] - p[0]) < 0.25 else 0.0
        rows.append((p, [leak, stuck]))
    return rows


if __name__ == "__main__":
    data = make_readings(60)
    net = ValveFaultNet()
    for epoch in range(200):
        for p, t in data:
            net.learn(p, t)
        if epoch % 40 == 0:
            print(epoch, sum(net.error(p, t) for p, t in data))
