import numpy as np

import crosscheck
from net_12 import make_mlp, train_step


class Mine(crosscheck.Adapter):
    bias, targets, parameters = "folded_last_row", "class_index", "weight"
    activations, loss = ("tanh", "gelu_tanh", "gelu_tanh", "softmax"), "cross_entropy_sum"
    build = lambda self, case: make_mlp(case.sizes, np.random.default_rng(0))
    step = lambda self, net, x, y, lr: {"loss": train_step(net, x, y, lr)}
