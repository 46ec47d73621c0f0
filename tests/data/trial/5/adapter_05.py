import crosscheck
from net_05 import OurNeuralNetwork


class Mine(crosscheck.Adapter):
    samples, weight, targets, sizes, parameters = "vector", "out_in", "vector", (3, 2, 1), ("w", "b")
    activations, loss = ("sigmoid", "sigmoid"), "mse"
    build = lambda self, case: OurNeuralNetwork()
    step = lambda self, net, x, y, lr, epochs: net.train(x[None], [y], epochs, lr)
