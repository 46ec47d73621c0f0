import crosscheck
from net_11 import gradientDescent, nnCostFunction


class Mine(crosscheck.Adapter):
    weight, bias, targets = "out_in", "folded_first_column", "class_index"
    activations, loss, l2, l2_scale = ("sigmoid", "sigmoid"), "bce_per_sample", 0.25, "per_sample"
    parameters, flat = "theta", "C"
    build = lambda self, case: {"sizes": case.sizes}
    loss_of = lambda self, net, x, y: nnCostFunction(net["theta"], *net["sizes"], x, y, self.l2)[0]

    def step(self, net, x, y, lr, epochs):
        net["theta"], _ = gradientDescent(net["theta"], lr, epochs, *net["sizes"], x, y, self.l2)
