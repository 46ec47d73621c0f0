import crosscheck
from net_09 import NeuralNetwork


class Mine(crosscheck.Adapter):
    weight, activations, loss = "out_in", (("leaky_relu", 0.01), ..., "identity"), "sse_per_sample"

    def build(self, case):
        net = NeuralNetwork(case.sizes)
        for layer, W, b in zip(net.layers, case.weights, case.biases):
            layer.weights, layer.biases = W.ravel(), b
        return net

    def step(self, net, x, y, lr):
        net.learn(list(zip(x, y)), lr)

    def read(self, net):
        return {"W": [layer.w() for layer in net.layers], "b": [layer.biases for layer in net.layers]}
