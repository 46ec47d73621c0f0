import numpy as np
import crosscheck
from net_08 import SoftmaxClassifier


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("softmax",), "cross_entropy_per_sample", "class_index"
    parameters = "weights", "bias"
    build = lambda self, case: SoftmaxClassifier(*case.sizes, np.random)
    step = lambda self, net, x, y, lr: {"loss": net.train_batch(x, y, lr)}
