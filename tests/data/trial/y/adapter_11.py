import crosscheck
import net_11
import torch


class Mine(crosscheck.Adapter):
    activations, loss, sizes = (("elu", net_11.ALPHA), ("elu", net_11.ALPHA), "identity"), "mse", ("n", "h", "h", 1)
    parameters = "p.::2", "p.1::2"
    build = lambda self, case: {"p": net_11.make_weights(*case.sizes[:2], 0)}
    loss_of = lambda self, net, x, y: net_11.mse(net["p"], torch.tensor(x), torch.tensor(y))

    def step(self, net, x, y, lr):
        net["p"] = net_11.sgd_step(net["p"], torch.tensor(x), torch.tensor(y), lr)
