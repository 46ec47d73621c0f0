from random import Random

rng = Random(7)
SLOPE = 0.1


def leaky(v):
    return v if v > 0 else SLOPE * v


class DenseLayer:
    """n_out neurons, each one with its own list of weights"""

    def __init__(self, n_in, n_out, activate):
        k = (2.0 / n_in) ** 0.5
        self.weights = [[rng.gauss(0, k) for _ in range(n_in)] for _ in range(n_out)]
        self.biases = [0.0] * n_out
        self.activate = activate
        # momentum buffers
        self.vel_w = [[0.0] * n_in] * n_out
        self.vel_b = [0.0] * n_out

    def forward(self, inp):
        self.inp = inp
        self.z = [sum(w * x for w, x in zip(row, inp)) + b
                  for row, b in zip(self.weights, self.biases)]
        if self.activate:
            return [leaky(v) for v in self.z]
        return list(self.z)

    def backward(self, grad_out):
        if self.activate:
            self.delta = [g * (1.0 if v > 0 else SLOPE) for g, v in zip(grad_out, self.z)]
        else:
            self.delta = list(grad_out)
        return [sum(self.delta[o] * self.weights[o][i] for o in range(len(self.delta)))
                for i in range(len(self.inp))]

    def apply(self, lr, mom):
        for o, d in enumerate(self.delta):
            for i, x in enumerate(self.inp):
                self.vel_w[o][i] = mom * self.vel_w[o][i] - lr * d * x
                self.weights[o][i] += self.vel_w[o][i]
            self.vel_b[o] = mom * self.vel_b[o] - lr * d
            self.biases[o] += self.vel_b[o]


class Regressor:
    def __init__(self, shape):
        self.layers = []
        for i in range(len(shape) - 1):
            self.layers.append(DenseLayer(shape[i], shape[i + 1], i < len(shape) - 2))

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        # squared error, averaged over the outputs
        p = self.predict(x)
        return sum((a - b) ** 2 for a, b in zip(p, t)) / len(t)

    def learn(self, x, t, lr=0.01, mom=0.9):
        p = self.predict(x)
        grad = [2.0 * (a - b) / len(t) for a, b in zip(p, t)]
        for layer in reversed(self.layers):
            grad = layer.backward(grad)
        for layer in self.layers:
            layer.apply(lr, mom)


def toy(n):
    out = []
    for _ in range(n):
        a, b = rng.uniform(-1, 1), rng.uniform(-1, 1)
        out.append(([a, b], [a * b, abs(a - b)]))
    return out


if __name__ == "__main__":
    data = toy(60)
    net = Regressor([2, 8, 2])
    for epoch in range(41):
        rng.shuffle(data)
        for x, t in data:
            net.learn(x, t)
        if epoch % 10 == 0:
            print(epoch, sum(net.loss(x, t) for x, t in data) / len(data))
