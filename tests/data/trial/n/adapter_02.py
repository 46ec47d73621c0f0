import crosscheck
import numpy as np
from net_02 import SGD, TSE, Linear, NeuralNet, Tanh, train


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("tanh", ..., "identity"), "sse", ("layers.params.w", "layers.params.b")
    loss_of = lambda self, net, x, y: TSE().loss(net.forward(x), y)

    def build(self, case):
        rng = np.random.default_rng(0)
        return NeuralNet([part for m, n in zip(case.sizes, case.sizes[1:]) for part in (Linear(m, n, rng), Tanh())][:-1])

    def step(self, net, x, y, lr, epochs, batch_size):
        train(net, x, y, np.random.default_rng(0), epochs, batch_size, optimizer=SGD(lr))
