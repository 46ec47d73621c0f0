import crosscheck
from net_12 import GELU, SGD, CrossEntropyLoss, Linear, Sequential


class Mine(crosscheck.Adapter):
    weight, targets, parameters = "out_in", "class_index", ("mods.weight.data", "mods.bias.data")
    activations, loss = ("gelu_tanh", ..., "softmax"), "cross_entropy_per_sample"
    momentum, weight_decay = 0.9, 0.1

    def build(self, case):
        net = Sequential(*[part for m, n in zip(case.sizes, case.sizes[1:]) for part in (Linear(m, n), GELU())][:-1])
        net.opt = SGD(net.parameters(), case.lr, case.momentum, case.weight_decay)
        return net

    def step(self, net, x, y, lr):
        criterion = CrossEntropyLoss()
        net.opt.zero_grad()
        loss = criterion(net(x), y)
        net.backward(criterion.backward())
        net.opt.step()
        return {"loss": loss}
