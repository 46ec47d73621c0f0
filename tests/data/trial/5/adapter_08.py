import crosscheck
from net_08 import neuralNetwork


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "none", "wih who"
    activations, loss = ("sigmoid", "sigmoid"), "half_sse"
    build = lambda self, case: neuralNetwork(*case.sizes, case.lr)
    step = lambda self, net, x, y, lr: {"loss": net.train(x, y)}
