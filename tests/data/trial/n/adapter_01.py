import crosscheck
import net_01


class Mine(crosscheck.Adapter):
    weight, targets, parameters = "out_in", "vector", ("layers.w.data", "layers.b.data")
    activations, loss = ("tanh", ..., "identity"), "mse"
    build = lambda self, case: net_01.MLP(case.sizes[0], list(case.sizes[1:]))

    def loss_of(self, net, x, y):
        net_01.xs, net_01.ys = x.tolist(), y.tolist()
        return net_01.mse(net).data

    def step(self, net, x, y, lr, epochs):
        net_01.xs, net_01.ys = x.tolist(), y.tolist()
        net_01.train(net, epochs, lr)
