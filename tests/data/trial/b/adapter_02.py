import crosscheck
from net_02 import NeuralNetwork


class Mine(crosscheck.Adapter):
    samples, weight, parameters = "vector", "out_in", ("layers.neurons.weights", "layers.neurons.bias")
    activations, loss = ("sigmoid", ..., "sigmoid"), "half_sse"
    build = lambda self, case: NeuralNetwork(case.sizes, case.lr)
    step = lambda self, net, x, y, lr: net.train(x, y)
    loss_of = lambda self, net, x, y: net.error(x, y)
