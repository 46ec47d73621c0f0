import crosscheck
from net_07 import TwoLayerNet


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("gelu_tanh", "softmax"), "cross_entropy_per_sample", ("params.W", "params.b")
    build = lambda self, case: TwoLayerNet(*case.sizes)
    loss_of = lambda self, net, x, y: net.loss(x, y)
    read = lambda self, net: {}

    def step(self, net, x, y, lr):
        grads = net.gradient(x, y)
        return {"dW": crosscheck.collect(grads, "W"), "db": crosscheck.collect(grads, "b")}
