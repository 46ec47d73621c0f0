import crosscheck
from net_11 import ActivationLayer, FCLayer, Network, gelu, gelu_prime, mse, mse_prime


class Mine(crosscheck.Adapter):
    samples, bias, parameters = "row", "row", ("layers.weights", "layers.bias")
    activations, loss = ("gelu_tanh", ..., "identity"), "mse"
    step = lambda self, net, x, y, lr: net.fit(x[None], y[None], 1, lr)

    def build(self, case):
        net = Network()
        for m, n in zip(case.sizes, case.sizes[1:]):
            net.add(FCLayer(m, n))
            net.add(ActivationLayer(gelu, gelu_prime))
        net.layers.pop()
        net.use(mse, mse_prime)
        return net
