import crosscheck
from crosscheck.collect import flatten, unflatten
from net_03 import nnCostFunction


class Mine(crosscheck.Adapter):
    weight, bias, targets, sizes = "out_in", "folded_first_column", "class_index", ("n", "h", "k")
    activations, loss, l2, l2_scale = ("sigmoid", "sigmoid"), "bce_per_sample", 3.0, "per_sample"
    build = lambda self, case: {"theta": flatten(case.weights, order="F"), "case": case}
    read = lambda self, net: {"W": unflatten(net["theta"], net["case"].weights, order="F")[0]}

    def step(self, net, x, y, lr):
        J, grad = nnCostFunction(net["theta"], *net["case"].sizes, x, y + 1, self.l2)
        net["theta"] = net["theta"] - lr * grad
        return {"loss": J, "dW": unflatten(grad, net["case"].weights, order="F")[0]}
