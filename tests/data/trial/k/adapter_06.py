import crosscheck
from net_06 import fit, new_model, objective


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss, l2 = ("softplus", "softplus", "sigmoid"), "bce_mean", 0.1
    sizes = ("n", "h", "g", 1)
    build = lambda self, case: new_model(case.sizes)
    step = lambda self, net, x, y, lr, epochs, batch_size: fit(net, x, y, lr, self.l2, epochs, batch_size)
    loss_of = lambda self, net, x, y: objective(net, x, y, self.l2)
