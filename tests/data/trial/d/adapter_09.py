import crosscheck
import net_09


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "column", "out_in", "column", ("weights", "bias")
    activations, loss, sizes = (("leaky_relu", 0.05), "tanh", "tanh"), "mse", (2, 5, 4, 2)

    def build(self, case):
        return net_09.build()

    def step(self, net, x, y, lr):
        net_09.train(net, net_09.mse, net_09.mse_prime, [x], [y], epochs=1, learning_rate=lr, verbose=False)
