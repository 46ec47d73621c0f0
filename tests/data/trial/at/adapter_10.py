import crosscheck
from net_10 import cost, fit


class Mine(crosscheck.Adapter):
    weight, sizes, parameters, flat = "out_in", (4, 6, 6, 6, 5, 2), "p", "C"
    activations, loss, l2, l2_on = (("elu", 0.7), ..., "identity"), "sse_per_sample", 2e-4, "all"
    loss_of = lambda self, net, x, y: cost(net["p"], x, y)

    def step(self, net, x, y, lr, epochs):
        net["p"] = fit(net["p"], x, y, lr, epochs)
