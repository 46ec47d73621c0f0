import crosscheck
import numpy as np
from net_12 import NeuralNetwork


class Mine(crosscheck.Adapter):
    bias, sizes, parameters = "row", ("n", 20, 12, "k"), ("W", "b")
    activations, loss = ("relu", "relu", "softmax"), "cross_entropy_per_sample"
    build = lambda self, case: NeuralNetwork(np.zeros((1, case.sizes[0])), np.zeros((1, case.n_outputs)))

    def step(self, net, x, y, lr, epochs, batch_size):
        net.input, net.target, net.lr, net.epochs, net.batch = x, y, lr, epochs, batch_size
        net.train()

    def loss_of(self, net, x, y):
        net.x, net.y = x, y
        net.feedforward()
        return net.cost
