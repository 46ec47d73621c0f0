# NEUR 3020 assignment 5: a small network of neurons and synapses, XOR + parity
# no numpy!
import math
import random


class Synapse:
    def __init__(self, pre, post, w):
        self.pre = pre
        self.post = post
        self.w = w
        self.last_dw = 0.0


class Neuron:
    def __init__(self, is_input=False):
        self.dendrites = []     # incoming synapses
        self.axon = []          # outgoing synapses
        self.rate = 0.0
        self.err = 0.0
        self.is_input = is_input

    def fire(self):
        total = 0.0
        for s in self.dendrites:
            total += s.w * s.pre.rate
        self.rate = math.tanh(total)

    def slope(self):
        return 1.0 - self.rate * self.rate


class Brain:
    def __init__(self, n_in, n_hid, n_out):
        self.bias = Neuron(is_input=True)
        self.bias.rate = 1.0
        self.retina = [Neuron(is_input=True) for _ in range(n_in)]
        self.hidden = [Neuron() for _ in range(n_hid)]
        self.motor = [Neuron() for _ in range(n_out)]
        self.synapses = []
        for h in self.hidden:
            for r in self.retina + [self.bias]:
                self.connect(r, h)
        for m in self.motor:
            for h in self.hidden + [self.bias]:
                self.connect(h, m)

    def connect(self, a, b):
        s = Synapse(a, b, random.uniform(-0.7, 0.7))
        a.axon.append(s)
        b.dendrites.append(s)
        self.synapses.append(s)

    def perceive(self, stimulus):
        for neuron, value in zip(self.retina, stimulus):
            neuron.rate = value
        for h in self.hidden:
            h.fire()
        for m in self.motor:
            m.fire()
        return [m.rate for m in self.motor]

    def learn(self, stimulus, target, eta=0.05, alpha=0.8):
        out = self.perceive(stimulus)
        E = 0.0
        for m, t in zip(self.motor, target):
            E += 0.5 * (t - m.rate) ** 2
            m.err = (t - m.rate) * m.slope()
        for h in self.hidden:
            back = 0.0
            for s in h.axon:
                back += s.w * s.post.err
            h.err = back * h.slope()
        # all errors are known now -> change the synapses
        for s in self.synapses:
            dw = eta * s.post.err * s.pre.rate + alpha * s.last_dw
            s.w += dw
            s.last_dw = dw
        return E


PATTERNS = [
    ([-1, -1], [-0.9, -0.9]),
    ([-1, 1], [0.9, -0.9]),
    ([1, -1], [0.9, -0.9]),
    ([1, 1], [-0.9, 0.9]),
]

if __name__ == "__main__":
    random.seed(11)
    brain = Brain(2, 4, 2)
    for epoch in range(601):
        order = PATTERNS[:]
        random.shuffle(order)
        E_total = sum(brain.learn(x, t) for x, t in order)
        if epoch % 100 == 0:
            print("epoch", epoch, "E =", round(E_total, 5))
    for x, t in PATTERNS:
        print(x, t, [round(v, 2) for v in brain.perceive(x)])
