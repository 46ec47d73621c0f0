import crosscheck
from net_11 import DeepNet


class Mine(crosscheck.Adapter):
    activations, loss, sizes = ("gelu_tanh", "gelu_tanh", "sigmoid"), "bce_mean", ("n", "h", "h", 1)
    parameters = "W1 W2 Wo", "b1 b2 bo"
    build = lambda self, case: DeepNet(case.sizes[0], case.sizes[1], 2)

    def step(self, net, x, y, lr):
        net.forward(x)
        loss = net.bce(y)
        net.sgd(net.backward(y), lr)
        return {"loss": loss}
