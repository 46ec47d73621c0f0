import crosscheck
from net_1 import SGD, CrossEntropyLoss, make_classifier, train


class Mine(crosscheck.Adapter):
    activations, loss = ("relu", "tanh", ("leaky_relu", 0.1), "softmax"), "cross_entropy_per_sample"
    sizes, parameters = ("n", "h", "h", "h", "k"), ("layers.W.data", "layers.b.data")
    momentum, l2, l2_on = 0.9, 1e-3, "all"
    step = lambda self, net, x, y, lr: train(net, CrossEntropyLoss(), net.opt, x, y, epochs=1)

    def build(self, case):
        net = make_classifier(case.sizes[0], case.sizes[1], case.n_outputs)
        net.opt = SGD(net.parameters(), case.lr, case.momentum, case.l2)
        return net
