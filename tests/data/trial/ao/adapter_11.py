import crosscheck
from net_11 import energy, relax


class Mine(crosscheck.Adapter):
    weight, parameters, flat, sizes = "out_in", "p", "C", (3, 7, 6, 2)
    activations, loss = (("leaky_relu", 0.1), ..., "identity"), "half_sse_per_sample"
    l2, l2_on, momentum = 0.01, "all", 0.6
    loss_of = lambda self, net, x, y: energy(net["p"], x, y)

    def step(self, net, x, y, lr, epochs):
        net["p"] = relax(net["p"], x, y, lr, nsteps=epochs)
