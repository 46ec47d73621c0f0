import numpy as np
import crosscheck
from net_10 import OurNeuralNetwork


class Mine(crosscheck.Adapter):
    samples, targets, weight, parameters = "vector", "vector", "out_in", ("w", "b")
    activations, loss, sizes = ("sigmoid", "sigmoid"), "mse", (2, 3, 1)
    build = lambda self, case: OurNeuralNetwork()
    step = lambda self, net, x, y, lr: net.train(x[None], np.array([y]), lr, 1)
