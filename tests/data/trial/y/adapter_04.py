import crosscheck
import torch
from net_04 import ColumnMLP


class Mine(crosscheck.Adapter):
    samples, weight, bias, momentum = "columns", "out_in", "column", 0.9
    activations, loss, parameters = ("softplus", ..., "identity"), "mse", ("A", "c")
    build = lambda self, case: ColumnMLP(case.sizes, case.lr, case.momentum)
    step = lambda self, net, x, y, lr: net.train_step(torch.tensor(x), torch.tensor(y))
    loss_of = lambda self, net, x, y: net.loss(torch.tensor(x), torch.tensor(y))
