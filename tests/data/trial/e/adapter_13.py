import crosscheck
from net_13 import sgd


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("elu", ..., "softmax"), "cross_entropy_per_sample", "one_hot"
    parameters = "params.0", "params.1"

    def build(self, case):
        return {"params": tuple(zip(case.weights, case.biases))}

    def step(self, net, x, y, lr):
        net["params"], loss = sgd(lr, net["params"], (x, y))
        return {"loss": loss}
