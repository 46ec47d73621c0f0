import crosscheck
from net_09 import REG, RentModel


class Mine(crosscheck.Adapter):
    activations, loss, l2 = ("relu", "relu", "relu", "identity"), "half_mse", REG
    sizes, parameters = ("n", 10, 10, 10, 1), ("W", "b")
    build = lambda self, case: RentModel(case.sizes[0])
    step = lambda self, net, x, y, lr: net.train_step(x, y, lr)
    loss_of = lambda self, net, x, y: net.cost(x, y)
