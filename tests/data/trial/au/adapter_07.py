import crosscheck
import net_07


class Mine(crosscheck.Adapter):
    bias, activations, loss, parameters = "none", (("elu", 0.5), ..., "identity"), "half_sse_per_sample", "W"
    build = lambda self, case: {"W": case.weights}
    loss_of = lambda self, net, x, y: net_07.objective(net["W"], x, y)

    def step(self, net, x, y, lr):
        net_07.ALPHA = 0.5
        net["W"] = net_07.sgd(net["W"], x, y, lr)
