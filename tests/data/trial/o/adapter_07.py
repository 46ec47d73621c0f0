import crosscheck
from net_07 import TwoClassNet


class Mine(crosscheck.Adapter):
    targets, activations, loss, l2 = "vector", ("relu", "sigmoid"), "bce_per_sample", 0.1
    parameters = "V w", "v0 w0"
    build = lambda self, case: TwoClassNet(*case.sizes[:2], wd=self.l2, rate=case.lr)
    step = lambda self, net, x, y, lr, epochs, batch_size: net.fit(x, 2 * y - 1, epochs, batch_size)
    loss_of = lambda self, net, x, y: net.objective(x, 2 * y - 1)
