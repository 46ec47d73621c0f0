import crosscheck
from net_13 import NeuralNet


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "folded_last_column", "layers.neurons.weights"
    activations, loss = (("leaky_relu", 0.1), ..., "sigmoid"), "half_sse"

    def build(self, case):
        return NeuralNet(case.sizes, 7)

    def step(self, net, x, y, lr):
        return {"loss": net.train(x, y, lr)}
