import crosscheck
from net_02 import TinyNet


class Mine(crosscheck.Adapter):
    samples, weight, activations, loss = "vector", "out_in", ("sigmoid", "sigmoid"), "half_sse"
    parameters = "hidden.neurons.weights out.neurons.weights", "hidden.neurons.bias out.neurons.bias"
    build = lambda self, case: TinyNet(*case.sizes)
    loss_of = lambda self, net, x, y: net.total_error([(x, y)])

    def step(self, net, x, y, lr):
        net.LEARNING_RATE = lr
        net.train(x, y)
