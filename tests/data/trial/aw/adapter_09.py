import crosscheck
from net_09 import mse, step


class Mine(crosscheck.Adapter):
    activations, loss = ("gelu_tanh", "gelu_tanh", "identity"), "mse"
    parameters, flat, sizes = "vec", "C", (2, 9, 7, 1)
    loss_of = lambda self, net, x, y: mse(net["vec"], x, y)

    def step(self, net, x, y, lr):
        net["vec"] = step(net["vec"], x, y, lr)
