import crosscheck
from net_10 import NeuralNetwork


class Mine(crosscheck.Adapter):
    samples, weight, momentum, parameters = "vector", "out_in", 0.1, ("weights", "biases")
    activations, loss = ("sigmoid", ..., "sigmoid"), "half_sse"

    def build(self, case):
        net = NeuralNetwork({"learningRate": case.lr, "momentum": case.momentum})
        net.initialize(case.sizes)
        return net

    def step(self, net, x, y, lr):
        loss = net.error(x, y)
        net.trainPattern(x, y)
        return {"loss": loss}
