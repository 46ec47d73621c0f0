import crosscheck
from net_09 import costo_e_gradiente, discesa


class Mine(crosscheck.Adapter):
    activations, loss, bias = ("gelu_tanh", "tanh", "identity"), "mse", "none"
    parameters, flat, sizes = "theta", "C", (3, 7, 5, 2)

    def step(self, net, x, y, lr, epochs):
        net["theta"], _ = discesa(net["theta"], x, y, lr, epochs)

    loss_of = lambda self, net, x, y: costo_e_gradiente(net["theta"], x, y)[0]
