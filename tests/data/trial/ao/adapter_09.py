import crosscheck
from net_09 import costFunction, gradientDescent


class Mine(crosscheck.Adapter):
    bias, parameters = "folded_first_row", "theta"
    activations, loss = ("softplus", "softplus", "softmax"), "cross_entropy_per_sample"
    build = lambda self, case: {"theta": tuple(case.weights)}
    loss_of = lambda self, net, x, y: costFunction(net["theta"], x, y)[0]

    def step(self, net, x, y, lr, epochs):
        net["theta"], _ = gradientDescent(net["theta"], x, y, lr, epochs)
