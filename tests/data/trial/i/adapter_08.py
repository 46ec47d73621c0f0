import crosscheck
from net_08 import DenseLayer, NeuralNetwork


class Mine(crosscheck.Adapter):
    weight, activations, loss = "out_in", ("tanh", ..., "identity"), "sse_per_sample"
    parameters = "layers.weights", "layers.bias"
    loss_of = lambda self, net, x, y: net.mse(x, y)

    def build(self, case):
        net = NeuralNetwork()
        for m, n in zip(case.sizes, case.sizes[1:]):
            net.add(DenseLayer(m, n, "tanh"))
        net.layers[-1].activation = "linear"
        return net

    def step(self, net, x, y, lr, epochs, batch_size):
        net.train(x, y, epochs, batch_size, lr, verbose=False)
