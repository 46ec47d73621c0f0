import crosscheck
from net_12 import ActivationLayer, FCLayer, Network, tanh, tanh_prime


class Mine(crosscheck.Adapter):
    samples, bias, parameters = "row", "row", ("layers.weights", "layers.bias")
    activations, loss, l2 = ("tanh", ..., "identity"), "mse", 0.1

    def build(self, case):
        net = Network()
        for m, n in zip(case.sizes, case.sizes[1:]):
            net.add(FCLayer(m, n, self.l2 / 2))
            net.add(ActivationLayer(tanh, tanh_prime))
        net.layers.pop()
        return net

    def step(self, net, x, y, lr, epochs):
        net.fit(x[None], y[None], epochs, lr)
