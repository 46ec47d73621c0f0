import crosscheck
from net_09 import NeuralNetwork


class Mine(crosscheck.Adapter):
    bias, targets, parameters = "row", "one_hot", ("weights", "bias")
    activations, loss = ("relu", "softmax"), "cross_entropy_per_sample"
    build = lambda self, case: NeuralNetwork(*case.sizes)
    step = lambda self, net, x, y, lr, epochs: net.train(x, y, epochs, lr)
    loss_of = lambda self, net, x, y: (net.forward(x), net.loss(y))[1]
