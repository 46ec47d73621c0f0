from unittest.mock import patch
import crosscheck
from net_06 import LR, MU, objective, run


class Mine(crosscheck.Adapter):
    weight, targets, sizes, parameters, flat = "out_in", "class_index", (4, 3), "theta", "C"
    activations, loss, lr, momentum = ("softmax",), "cross_entropy_per_sample", LR, MU
    loss_of = lambda self, net, x, y: objective(net["theta"], x, y)

    def step(self, net, x, y, lr, epochs):
        with patch("numpy.zeros", lambda n: net["theta"]):
            net["theta"], hist = run(x, y, epochs)
