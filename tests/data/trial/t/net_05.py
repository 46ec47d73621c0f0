"""
Back-propagation in the sequential mode, notation after Haykin, chapter 4:
v_j  induced local field, y_j function signal, e_j error signal, delta_j local gradient.
Instantaneous error energy  E(n) = 1/2 * sum_j e_j(n)^2,  e_j = d_j - y_j.
Generalised delta rule:  Dw_ji(n) = alpha * Dw_ji(n-1) + eta * delta_j(n) * y_i(n)
"""
import math
import random


def phi(v):
    return 1.0 / (1.0 + math.exp(-v))


class Neuron:
    def __init__(self, n_inputs):
        # w[0] is the bias, driven by the fixed input +1
        self.w = [random.uniform(-1, 1) for _ in range(n_inputs + 1)]
        self.dw_old = [0.0] * (n_inputs + 1)
        self.y = 0.0
        self.delta = 0.0

    def fire(self, inputs):
        v = self.w[0]
        for wi, xi in zip(self.w[1:], inputs):
            v += wi * xi
        self.y = phi(v)
        return self.y

    def adjust(self, inputs, eta, alpha):
        for i, yi in enumerate([1.0] + list(inputs)):
            dw = alpha * self.dw_old[i] + eta * self.delta * yi
            self.w[i] += dw
            self.dw_old[i] = dw


class MLP:
    def __init__(self, *sizes):
        self.layers = [[Neuron(m) for _ in range(n)]
                       for m, n in zip(sizes, sizes[1:])]

    def forward(self, x):
        self.signals = [list(x)]
        for layer in self.layers:
            self.signals.append([nrn.fire(self.signals[-1]) for nrn in layer])
        return self.signals[-1]

    def energy(self, x, d):
        return 0.5 * sum((dj - yj) ** 2 for dj, yj in zip(d, self.forward(x)))

    def backward(self, d):
        for nrn, dj in zip(self.layers[-1], d):
            e = dj - nrn.y
            nrn.delta = e * nrn.y * (1.0 - nrn.y)
        for l in range(len(self.layers) - 2, -1, -1):
            nxt = self.layers[l + 1]
            for j, nrn in enumerate(self.layers[l]):
                s = sum(k.delta * k.w[j + 1] for k in nxt)
                nrn.delta = nrn.y * (1.0 - nrn.y) * s

    def learn(self, x, d, eta, alpha):
        self.forward(x)
        self.backward(d)
        for inputs, layer in zip(self.signals, self.layers):
            for nrn in layer:
                nrn.adjust(inputs, eta, alpha)


def run(epochs=600, eta=0.4, alpha=0.7):
    random.seed(7)
    patterns = [((0, 0), (0.1, 0.1)), ((0, 1), (0.9, 0.1)),
                ((1, 0), (0.9, 0.1)), ((1, 1), (0.1, 0.9))]
    net = MLP(2, 4, 2)
    for epoch in range(epochs):
        random.shuffle(patterns)
        for x, d in patterns:
            net.learn(x, d, eta, alpha)
        if epoch % 100 == 0:
            e_av = sum(net.energy(x, d) for x, d in patterns) / len(patterns)
            print("epoch %4d   E_av = %.6f" % (epoch, e_av))
    return net, patterns


if __name__ == "__main__":
    net, patterns = run()
    for x, d in patterns:
        print(x, d, [round(o, 3) for o in net.forward(x)])
