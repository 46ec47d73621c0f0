import crosscheck
from net_12 import neuralNetwork


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "none", "wih whh1 whh2 who"
    activations, loss, sizes = ("tanh", "tanh", "tanh", "sigmoid"), "half_sse", ("n", "h", "h", "h", "k")
    build = lambda self, case: neuralNetwork(case.sizes[0], case.sizes[1], case.sizes[-1], case.lr)
    step = lambda self, net, x, y, lr: {"loss": net.train(x, y)}
