import crosscheck
from crosscheck.collect import flatten, unflatten
from net_12 import gradientDescent


class Mine(crosscheck.Adapter):
    weight, bias, targets = "out_in", "folded_first_column", "class_index"
    activations, loss = ("sigmoid", "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.5, "per_sample"
    build = lambda self, case: {"theta": flatten(case.weights), "case": case}
    read = lambda self, net: {"W": unflatten(net["theta"], net["case"].weights)[0]}

    def step(self, net, x, y, lr):
        net["theta"], J_history = gradientDescent(net["theta"], lr, 1, *net["case"].sizes, x, y, self.l2)
        return {"loss": J_history[0]}
