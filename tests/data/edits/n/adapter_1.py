import crosscheck
from net_1 import NeuralNetwork


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "column", ("weights.data", "biases.data")
    activations, loss = ("sigmoid", ..., "sigmoid"), "half_sse"
    build = lambda self, case: NeuralNetwork(case.sizes, case.lr)
    step = lambda self, net, x, y, lr: {"loss": net.train(x, y)}
