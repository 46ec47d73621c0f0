import crosscheck
from crosscheck.collect import flatten, unflatten
from net_1 import gradientDescent


class Mine(crosscheck.Adapter):
    weight, bias, targets = "out_in", "folded_first_column", "class_index"
    activations, loss = ("sigmoid", ..., "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.5, "per_sample"
    build = lambda self, case: {"theta": flatten(case.weights, order="F"), "case": case}

    def step(self, net, x, y, lr):
        net["theta"], J = gradientDescent(net["theta"], net["case"].sizes, x, y + 1, lr, self.l2, 1)
        return {"loss": J[0]}

    def read(self, net):
        return {"W": unflatten(net["theta"], net["case"].weights, order="F")[0]}
