import crosscheck
from crosscheck.collect import flatten, unflatten
from net_01 import nnCostFunction

class Mine(crosscheck.Adapter):
    weight, bias, targets = "out_in", "folded_first_column", "class_index"
    activations, loss = ("sigmoid", "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.5, "per_sample"
    build = lambda self, case: {"theta": flatten(case.weights), "case": case}

    def step(self, net, x, y, lr):
        J, grad = nnCostFunction(net["theta"], *net["case"].sizes, x, y + 1, self.l2)
        net["theta"] = net["theta"] - lr * grad
        return {"loss": J, "dW": unflatten(grad, net["case"].weights)[0]}

    def read(self, net):
        return {"W": unflatten(net["theta"], net["case"].weights)[0]}
