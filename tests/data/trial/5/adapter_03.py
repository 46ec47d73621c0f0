import crosscheck
from net_03 import NeuralNetwork


class Mine(crosscheck.Adapter):
    bias, activations, loss, sizes, parameters = "none", ("sigmoid",), "bce_sum", (4, 1), "synaptic_weights"
    build = lambda self, case: NeuralNetwork()
    step = lambda self, net, x, y, lr, epochs: net.train(x, y, epochs, lr)
    loss_of = lambda self, net, x, y: net.loss(x, y)
