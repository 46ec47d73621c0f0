import crosscheck
import numpy as np
from net_11 import HANDS, Guesser


class Mine(crosscheck.Adapter):
    samples, weight, bias, targets = "vector", "out_in", "folded_first_column", "class_index"
    activations, loss, sizes, parameters = ("softmax",), "cross_entropy_per_sample", (18, 3), "theta"
    l2, l2_on = 0.004, "all"
    build = lambda self, case: Guesser(case.lr, self.l2 / 2)
    step = lambda self, net, x, y, lr: net.learn(np.r_[1.0, x], HANDS[y])
    loss_of = lambda self, net, x, y: net.surprise(np.r_[1.0, x], HANDS[y])
