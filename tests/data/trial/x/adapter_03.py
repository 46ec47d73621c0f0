import crosscheck
from net_03 import softmax_loss


class Mine(crosscheck.Adapter):
    activations, loss, l2 = ("softmax",), "cross_entropy_per_sample", 0.05
    targets, parameters = "class_index", ("W", "b")
    read = lambda self, net: {}

    def step(self, net, x, y, lr):
        loss, dW, db = softmax_loss(net["W1"], net["b1"], x, y, self.l2)
        return {"loss": loss, "dW": [dW], "db": [db]}
