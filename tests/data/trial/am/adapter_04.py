import crosscheck
from net_04 import Regressor


class Mine(crosscheck.Adapter):
    samples, weight, parameters = "vector", "out_in", ("layers.weights", "layers.biases")
    activations, loss, momentum = (("leaky_relu", 0.1), ..., "identity"), "mse", 0.9
    build = lambda self, case: Regressor(case.sizes)
    step = lambda self, net, x, y, lr: net.learn(x, y, lr, self.momentum)
    loss_of = lambda self, net, x, y: net.loss(x, y)
