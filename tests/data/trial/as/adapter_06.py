import crosscheck
import numpy as np


class Mine(crosscheck.Script):
    file, training, parameters = "net_06.py", "for ep in", "W"
    names = {"data": "x", "labels": "y", "ETA": "lr", "LAMBDA": "case.l2 / 2"}
    substitute = {"np.ones((150, 1))": "np.ones((len(data), 1))"}
    weight, bias, targets, l2 = "out_in", "folded_last_column", "class_index", 0.04
    activations, loss = ("softmax",), "cross_entropy_sum"
    loss_of = lambda self, net, x, y: net.total_loss(net.W, np.c_[x, np.ones(len(x))], y)
