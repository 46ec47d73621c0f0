import crosscheck
import net_05


class Mine(crosscheck.Adapter):
    bias, activations, loss = "row", ("tanh", "tanh", "tanh", "tanh", "identity"), "mse"
    momentum, sizes, parameters = 0.9, (3, 8, 8, 6, 4, 2), ("layers.W", "layers.b")
    build = lambda self, case: net_05.build(net_05.default_rng(0))
    step = lambda self, net, x, y, lr, epochs, batch_size: net_05.train(net, x, y, epochs, batch_size, lr, self.momentum)
    loss_of = lambda self, net, x, y: net_05.MSELoss().forward(net.forward(x), y)
