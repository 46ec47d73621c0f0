import crosscheck
from net_08 import NN


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "column", ("w", "b")
    activations, loss = ("tanh", "tanh", "identity"), "sse"
    build = lambda self, case: NN(*case.sizes, case.lr)
    step = lambda self, net, x, y, lr: {"loss": net.train(x, y)}
