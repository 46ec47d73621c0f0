import crosscheck
from net_08 import Regressor


class Mine(crosscheck.Adapter):
    bias, parameters = "row", ("stack.W.value", "stack.b.value")
    activations, loss = ("softplus", ..., "identity"), "mse"
    build = lambda self, case: Regressor(case.sizes)
    step = lambda self, net, x, y, lr: {"loss": net.train_step(x, y, lr)}
