import crosscheck
from crosscheck.collect import flatten, unflatten
from net_11 import LAM, descend, objective


class Mine(crosscheck.Adapter):
    weight, targets, sizes = "out_in", "vector", (3, 5, 1)
    activations, loss, l2 = ("softplus", "sigmoid"), "bce_per_sample", 2 * LAM
    build = lambda self, case: {"theta": flatten(case.weights, case.biases), "case": case}
    loss_of = lambda self, net, x, y: objective(net["theta"], x, y)

    def step(self, net, x, y, lr, epochs):
        net["theta"] = descend(net["theta"], x, y, lr, epochs)

    def read(self, net):
        W, b = unflatten(net["theta"], net["case"].weights, net["case"].biases)
        return {"W": W, "b": b}
