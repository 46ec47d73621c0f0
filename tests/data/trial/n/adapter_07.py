import crosscheck
from net_07 import Regressor


class Mine(crosscheck.Adapter):
    activations, loss, sizes = ("gelu_tanh", "gelu_tanh", "identity"), "mse", ("n", "h", "h", "k")
    parameters = "stages.weight.value", "stages.bias.value"
    build = lambda self, case: Regressor(case.sizes[0], case.n_outputs, case.sizes[1])
    step = lambda self, net, x, y, lr: {"loss": net.train_step(x, y, lr)}
