import crosscheck
from net_12 import createModel


class Mine(crosscheck.Adapter):
    bias, sizes, parameters = "row", ("n", ..., 1), ("layers.state.w", "layers.state.b")
    activations, loss, l2 = ("silu", ..., "sigmoid"), "bce_mean", 0.1
    build = lambda self, case: createModel({"sizes": case.sizes, "weightDecay": case.l2})
    loss_of = lambda self, net, x, y: net["lossFn"](x, y)

    def step(self, net, x, y, lr, epochs, batch_size):
        net["fit"](x, y, {"epochs": epochs, "batchSize": batch_size, "lr": lr})
