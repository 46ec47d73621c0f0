import crosscheck
from net_04 import gradientDescent


class Mine(crosscheck.Adapter):
    weight, bias, targets = "out_in", "folded_first_column", "class_index"
    activations, loss, l2, l2_scale = ("sigmoid", "sigmoid"), "bce_per_sample", 0.5, "per_sample"
    parameters, flat = "theta", "F"
    build = lambda self, case: {"sizes": case.sizes}

    def step(self, net, x, y, lr):
        net["theta"], J_history = gradientDescent(net["theta"], (*net["sizes"], x, y + 1, self.l2), lr, 1)
        return {"loss": J_history[0]}
