import crosscheck
from net_15 import DeepNeuralNetwork


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("weights.W", "weights.b")
    activations, loss = ("relu", ..., "sigmoid"), "bce_per_sample"

    def build(self, case):
        return DeepNeuralNetwork(case.sizes[0], case.sizes[1:])

    def step(self, net, x, y, lr):
        net.train(x, y, iterations=1, alpha=lr, verbose=False)
