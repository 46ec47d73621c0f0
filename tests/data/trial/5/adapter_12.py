import crosscheck
from net_12 import SGD, Gelu, Linear, NeuralNet, train


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("gelu_tanh", ..., "identity"), "sse", ("layers.params.w", "layers.params.b")

    def build(self, case):
        return NeuralNet([part for m, n in zip(case.sizes, case.sizes[1:]) for part in (Linear(m, n), Gelu())][:-1])

    def step(self, net, x, y, lr, epochs, batch_size):
        train(net, x, y, epochs, batch_size, optimizer=SGD(lr))
