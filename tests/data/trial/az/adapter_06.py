import crosscheck
import net_06


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "column", "out_in", "column", ("weights", "bias")
    activations, loss, sizes = ("tanh", "tanh", "tanh", "identity"), "mse", (2, 6, 5, 4, 2)
    build = lambda self, case: net_06.build()
    step = lambda self, net, x, y, lr: net_06.train(net, [x], [y], 1, lr)
    loss_of = lambda self, net, x, y: net_06.mse(y, net_06.predict(net, x))
