from functools import partial

import crosscheck
import net_05
from crosscheck.collect import flatten, unflatten


class Mine(crosscheck.Adapter):
    activations, loss, sizes = ("sigmoid", "sigmoid", "identity"), "half_sse", (1, 10, 10, 1)
    build = lambda self, case: {"w": flatten(case.weights, case.biases), "case": case}
    loss_of = lambda self, net, x, y: net_05.sse(net["w"], x, y)

    def step(self, net, x, y, lr, epochs):
        net["w"] = net_05.descend(net["w"], partial(net_05.grad_sse, x=x, y=y), lr, epochs)

    def read(self, net):
        W, b = unflatten(net["w"], net["case"].weights, net["case"].biases)
        return {"W": W, "b": b}
