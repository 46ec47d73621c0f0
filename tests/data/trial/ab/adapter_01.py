import crosscheck
from net_01 import NN


class Mine(crosscheck.Adapter):
    samples, bias, momentum, parameters = "vector", "folded_last_row", 0.5, "wi wo"
    activations, loss = ("tanh", "tanh"), "half_sse"
    build = lambda self, case: NN(*case.sizes)

    def step(self, net, x, y, lr):
        net.update(x)
        return {"loss": net.backPropagate(y, lr, self.momentum)}
