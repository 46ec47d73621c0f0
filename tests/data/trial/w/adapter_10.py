import crosscheck
from crosscheck.collect import flatten, unflatten
from net_10 import gradientDescent, nnCostFunction


class Mine(crosscheck.Adapter):
    weight, bias, targets = "out_in", "folded_first_column", "class_index"
    activations, loss = ("tanh", "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.25, "per_sample"
    build = lambda self, case: {"theta": flatten(case.weights), "case": case}
    loss_of = lambda self, net, x, y: nnCostFunction(net["theta"], *net["case"].sizes, x, y, self.l2)[0]
    read = lambda self, net: {"W": unflatten(net["theta"], net["case"].weights)[0]}

    def step(self, net, x, y, lr, epochs):
        cost = lambda theta: nnCostFunction(theta, *net["case"].sizes, x, y, self.l2)
        net["theta"], history = gradientDescent(cost, net["theta"], lr, epochs)
