import numpy as np
import crosscheck
from net_01 import NeuralNetwork


class Mine(crosscheck.Adapter):
    bias, activations, loss = "folded_last_row", ("sigmoid", "sigmoid"), "half_sse"
    parameters = "weights"
    build = lambda self, case: NeuralNetwork(np.zeros((1, case.sizes[0])), np.zeros((1, case.n_outputs)), case.sizes[1])

    def step(self, net, x, y, lr):
        net.input, net.y, net.eta = np.c_[x, np.ones(len(x))], y, lr
        net.train()
        return {"loss": net.loss()}
