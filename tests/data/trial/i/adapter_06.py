import crosscheck
from net_06 import TwoLayerNet


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("elu", "softmax"), "cross_entropy_per_sample", ("params.W", "params.b")
    build = lambda self, case: TwoLayerNet(*case.sizes)
    loss_of = lambda self, net, x, y: net.loss(x, y)

    def step(self, net, x, y, lr):
        grad = net.gradient(x, y)
        for key in grad:
            net.params[key] -= lr * grad[key]
