import crosscheck
from net_08 import gradient, sgd

class Mine(crosscheck.Adapter):
    activations, loss = ("gelu_tanh", "softmax"), "cross_entropy_per_sample"
    parameters, flat = "flat", "C"
    build = lambda self, case: {"dims": case.sizes}
    loss_of = lambda self, net, x, y: gradient(net["flat"], net["dims"], x, y)[0]

    def step(self, net, x, y, lr, epochs):
        net["flat"] = sgd(net["flat"], net["dims"], x, y, lr, epochs)
