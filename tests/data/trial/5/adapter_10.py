import crosscheck
from net_10 import ActivationLayer, FCLayer, Network, mse, mse_prime, swish, swish_prime


class Mine(crosscheck.Adapter):
    samples, bias, parameters = "row", "row", ("layers.weights", "layers.bias")
    activations, loss = ("silu", ..., "identity"), "mse"
    step = lambda self, net, x, y, lr, epochs: net.fit([x], [y], epochs, lr)

    def build(self, case):
        net = Network()
        for m, n in zip(case.sizes, case.sizes[1:]):
            net.add(FCLayer(m, n))
            net.add(ActivationLayer(swish, swish_prime))
        net.layers.pop()
        net.use(mse, mse_prime)
        return net
