import crosscheck
from net_11 import trainieren, verlust, vorwaerts

class Mine(crosscheck.Adapter):
    activations, loss, parameters = (("elu", 0.5), ..., "identity"), "half_sse_per_sample", ("W", "b")
    build = lambda self, case: {"W": case.weights, "b": case.biases}
    loss_of = lambda self, net, x, y: verlust(vorwaerts(net["W"], net["b"], x)[0][-1], y)

    def step(self, net, x, y, lr, epochs):
        trainieren(net["W"], net["b"], x, y, lr, epochs)
