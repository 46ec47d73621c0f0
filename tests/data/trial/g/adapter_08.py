import numpy as np
import crosscheck
from net_08 import EluActivation, IdentityActivation, MeanSquaredErrorLoss, NeuralNetworkBuilder, TrainingService


class Mine(crosscheck.Adapter):
    bias, parameters = "row", ("_layers._weights", "_layers._biases")
    activations, loss = (("elu", 0.5), ..., "identity"), "mse"

    def build(self, case):
        builder = NeuralNetworkBuilder(seed=5)
        for m, n in zip(case.sizes[:-2], case.sizes[1:-1]):
            builder.with_layer(m, n, EluActivation())
        return builder.with_layer(*case.sizes[-2:], IdentityActivation()).build()

    def step(self, net, x, y, lr):
        TrainingService(net, MeanSquaredErrorLoss(), lr, len(x), np.random.default_rng(99)).run_epoch(x, y)
