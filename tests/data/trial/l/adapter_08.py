import crosscheck
from net_08 import MLP, SGD, MSELoss, train_step


class Mine(crosscheck.Adapter):
    weight, activations, loss = "out_in", ("elu", ..., "identity"), "mse"
    parameters = "layers.weight", "layers.bias"
    build = lambda self, case: MLP(case.sizes)
    step = lambda self, net, x, y, lr: {"loss": train_step(net, MSELoss(), SGD(net, lr), x, y)}
