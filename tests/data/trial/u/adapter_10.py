import crosscheck
import numpy as np

import net_10


class Mine(crosscheck.Adapter):
    weight, bias, parameters, momentum = "out_in", "none", "Ws", 0.9
    activations, loss = ("tanh", "silu", "tanh", "silu", "identity"), "sse_per_sample"
    build = lambda self, case: {"Ws": tuple(case.weights), "vs": tuple(np.zeros_like(W) for W in case.weights)}

    def step(self, net, x, y, lr):
        loss, gs = net_10.gradient(net["Ws"], x, y)
        net["Ws"], net["vs"] = net_10.sgd(net["Ws"], net["vs"], gs, lr, self.momentum)
        return {"loss": loss, "dW": gs}
