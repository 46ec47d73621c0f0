import crosscheck
from net_09 import Dense, LeakyReLU, NeuralNetwork


class Mine(crosscheck.Adapter):
    bias, momentum, parameters = "row", 0.9, ("layers.W", "layers.w0")
    activations, loss = (("leaky_relu", 0.2), ..., "softmax"), "cross_entropy_per_sample"
    step = lambda self, net, x, y, lr: {"loss": net.train_on_batch(x, y)}

    def build(self, case):
        layers = [part for m, n in zip(case.sizes, case.sizes[1:]) for part in (Dense(n, m), LeakyReLU())]
        return NeuralNetwork(layers[:-1], case.lr, case.momentum)
