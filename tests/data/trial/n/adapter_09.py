import crosscheck
from net_09 import SPECIES, learn_one, surprise


class Mine(crosscheck.Adapter):
    samples, weight, bias, targets = "vector", "out_in", "folded_last_column", "class_index"
    activations, loss, sizes = ("softmax",), "cross_entropy_per_sample", ("n", 3)
    build = lambda self, case: {name: list(row) for name, row in zip(SPECIES, case.weights[0])}
    loss_of = lambda self, net, x, y: surprise(net, x.tolist(), SPECIES[y])
    step = lambda self, net, x, y, lr: learn_one(net, x.tolist(), SPECIES[y], lr)
    read = lambda self, net: {"W": [list(net.values())]}
