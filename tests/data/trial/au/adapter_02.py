import crosscheck
from net_02 import BPN


class Mine(crosscheck.Adapter):
    samples, bias, momentum, parameters = "vector", "none", 0.5, "wi wo"
    activations, loss = ("tanh", "tanh"), "half_sse"
    build = lambda self, case: BPN(case.sizes[0] - 1, *case.sizes[1:])

    def step(self, net, x, y, lr):
        net.ai[-1] = x[-1]
        net.update(x[:-1])
        return {"loss": net.backPropagate(y, lr, self.momentum)}
