import crosscheck
from net_02 import neuralNetwork

class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "column", ("wih who", "bh bo")
    activations, loss = ("sigmoid", "sigmoid"), "half_sse"
    build = lambda self, case: neuralNetwork(*case.sizes, case.lr)
    step = lambda self, net, x, y, lr: {"loss": net.train(x, y)}
