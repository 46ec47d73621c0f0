import crosscheck
import numpy as np
from net_10 import gradientDescent


class Mine(crosscheck.Adapter):
    bias, targets, parameters = "folded_first_row", "vector", "theta"
    activations, loss, l2, l2_scale = ("sigmoid",), "bce_per_sample", 0.25, "per_sample"
    build = lambda self, case: {"theta": case.weights[0].ravel()}

    def step(self, net, x, y, lr):
        X = np.c_[np.ones(len(x)), x]
        net["theta"], J_history = gradientDescent(X, y, net["theta"], lr, self.l2, 1)
        return {"loss": J_history[0]}
