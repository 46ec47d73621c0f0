import crosscheck
from net_10 import MLP, train


class Mine(crosscheck.Adapter):
    weight, targets, parameters = "out_in", "class_index", ("modules.W.data", "modules.b.data")
    activations, loss = ("elu", ..., "softmax"), "cross_entropy_per_sample"
    build = lambda self, case: MLP(case.sizes)
    step = lambda self, net, x, y, lr, epochs, batch_size: train(net, x, y, epochs, batch_size, lr)
    loss_of = lambda self, net, x, y: net.criterion(net(x), y)
