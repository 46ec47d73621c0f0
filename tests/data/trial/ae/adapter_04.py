import crosscheck
import numpy as np
from net_04 import GELU, MSE, SGD, Linear, Sequential


class Mine(crosscheck.Adapter):
    weight, parameters = "out_in", ("mods.W", "mods.b")
    activations, loss = ("gelu_tanh", ..., "identity"), "mse"

    def build(self, case):
        rng = np.random.default_rng(0)
        mods = [mod for m, n in zip(case.sizes, case.sizes[1:]) for mod in (Linear(m, n, rng), GELU())]
        return Sequential(*mods[:-1])

    def step(self, net, x, y, lr):
        crit = MSE()
        loss = crit(net(x), y)
        net.backward(crit.backward())
        SGD(net.params(), lr).step()
        return {"loss": loss}
