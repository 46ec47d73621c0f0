import crosscheck
from net_08 import NeuralNet, crossEntropy


class Mine(crosscheck.Adapter):
    bias, parameters = "row", ("wIH wHO", "bH bO")
    activations, loss = ("softplus", "softmax"), "cross_entropy_per_sample"
    build = lambda self, case: NeuralNet(*case.sizes, case.lr)
    step = lambda self, net, x, y, lr, epochs, batch_size: net.fit(x, y, epochs, batch_size)
    loss_of = lambda self, net, x, y: crossEntropy(net.feedForward(x), y)
