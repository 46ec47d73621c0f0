import crosscheck
from net_09 import Config, Regressor


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("gelu_tanh", "identity"), "mse", ("w_in w_out", "b_in b_out")
    build = lambda self, case: Regressor(Config(*case.sizes, lr=case.lr))
    step = lambda self, net, x, y, lr: {"loss": net.step(x, y)}
