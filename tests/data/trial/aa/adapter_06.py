import crosscheck
from net_06 import LeakyReLU, Linear, MSELoss, Sequential, fit


class Mine(crosscheck.Adapter):
    activations, loss = (("leaky_relu", 0.1), ..., "identity"), "mse"
    parameters = "mods.W.value", "mods.b.value"
    build = lambda self, case: Sequential(*[part for m, n in zip(case.sizes, case.sizes[1:])
                                            for part in (Linear(m, n), LeakyReLU(0.1))][:-1])
    step = lambda self, net, x, y, lr, epochs, batch_size: fit(net, x, y, epochs, batch_size, lr)
    loss_of = lambda self, net, x, y: MSELoss()(net(x), y)
