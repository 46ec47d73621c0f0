import crosscheck
from net_02 import DeepNet


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("parameters.W", "parameters.b")
    activations, loss = ("tanh", ..., "sigmoid"), "bce_per_sample"
    build = lambda self, case: DeepNet(case.sizes, case.lr)
    step = lambda self, net, x, y, lr, epochs: net.fit(x, y, epochs, print_cost=False)
    loss_of = lambda self, net, x, y: net.compute_cost(net.forward(x), y)
