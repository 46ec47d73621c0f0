import crosscheck
from crosscheck.collect import flatten, unflatten
from net_07 import gradientDescent


class Mine(crosscheck.Adapter):
    weight, bias, targets = "out_in", "folded_first_column", "class_index"
    activations, loss, l2, l2_scale = ("sigmoid", "sigmoid"), "bce_per_sample", 0.1, "per_sample"

    def build(self, case):
        return {"theta": flatten(case.weights, order="F"), "case": case}

    def step(self, net, x, y, lr):
        net["theta"], J_history = gradientDescent(net["theta"], lr, 1, *net["case"].sizes, x, y + 1, self.l2)
        return {"loss": J_history[0]}

    def read(self, net):
        return {"W": unflatten(net["theta"], net["case"].weights, order="F")[0]}
