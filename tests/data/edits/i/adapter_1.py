import crosscheck
from net_1 import Network


class Mine(crosscheck.Adapter):
    samples, weight, momentum = "vector", "out_in", 0.9
    activations, loss = ("tanh", ..., "sigmoid"), "half_sse"
    parameters = "layers.neurons.weights", "layers.neurons.bias"

    def build(self, case):
        return Network(case.sizes, case.lr, case.momentum)

    def step(self, net, x, y, lr):
        net.train(x, y)
