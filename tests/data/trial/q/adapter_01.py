import crosscheck
from net_01 import Classifier


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("relu", ..., "softmax"), "cross_entropy_per_sample", "class_index"
    l2, momentum, parameters = 0.1, 0.9, ("layers.weight", "layers.bias")
    build = lambda self, case: Classifier(case.sizes, l2=self.l2)

    def step(self, net, x, y, lr):
        loss = net.loss(x, y)
        net.backward(y)
        net.step(lr, self.momentum)
        return {"loss": loss}
