import math
import random


class Neuron:
    def __init__(self, nin, squash=True):
        self.w = [random.gauss(0, 1 / math.sqrt(nin)) for _ in range(nin)]
        self.b = 0.0
        self.gw = [0.0] * nin
        self.gb = 0.0
        self.squash = squash

    def fire(self, xs):
        self.xs = xs
        s = sum(w * x for w, x in zip(self.w, xs)) + self.b
        self.y = 1 / (1 + math.exp(-s)) if self.squash else s
        return self.y

    def blame(self, dy):
        ds = dy * self.y * (1 - self.y) if self.squash else dy
        for i, x in enumerate(self.xs):
            self.gw[i] += ds * x
        self.gb += ds
        return [ds * w for w in self.w]


class Brain:
    def __init__(self, *counts):
        self.layers = []
        for i in range(len(counts) - 1):
            last = i == len(counts) - 2
            self.layers.append([Neuron(counts[i], squash=not last) for _ in range(counts[i + 1])])

    def think(self, xs):
        for layer in self.layers:
            xs = [nrn.fire(xs) for nrn in layer]
        return xs

    def learn(self, dys):
        for layer in reversed(self.layers):
            back = [nrn.blame(dy) for nrn, dy in zip(layer, dys)]
            dys = [sum(col) for col in zip(*back)]

    def neurons(self):
        return [nrn for layer in self.layers for nrn in layer]

    def clear(self):
        for nrn in self.neurons():
            nrn.gw = [0.0] * len(nrn.w)
            nrn.gb = 0.0

    def nudge(self, rate):
        for nrn in self.neurons():
            nrn.w = [w - rate * g for w, g in zip(nrn.w, nrn.gw)]
            nrn.b -= rate * nrn.gb


def batch_loss(brain, batch):
    """mean over the samples of the summed squared error"""
    tot = 0.0
    for xs, ts in batch:
        tot += sum((o - t) ** 2 for o, t in zip(brain.think(xs), ts))
    return tot / len(batch)


def train_epoch(brain, samples, rate=0.1, bsize=10):
    brain.clear()
    for s in range(0, len(samples), bsize):
        batch = samples[s:s + bsize]
        for xs, ts in batch:
            out = brain.think(xs)
            brain.learn([2 * (o - t) / len(batch) for o, t in zip(out, ts)])
        brain.nudge(rate)


if __name__ == "__main__":
    random.seed(5)
    samples = []
    for _ in range(50):
        a, b = random.random(), random.random()
        samples.append(([a, b], [a * b, abs(a - b)]))
    brain = Brain(2, 5, 4, 2)
    for ep in range(40):
        random.shuffle(samples)
        train_epoch(brain, samples)
        if ep % 10 == 0:
            print("ep", ep, "loss", round(batch_loss(brain, samples), 5))
