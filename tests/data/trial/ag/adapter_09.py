import numpy as np
import crosscheck
import net_09


class Mine(crosscheck.Adapter):
    activations, loss, parameters = (("elu", 0.7), ..., "identity"), "mse", ("0", "1")
    build = lambda self, case: net_09.build(case.sizes, np.random.default_rng(11))
    step = lambda self, net, x, y, lr: {"loss": net_09.step(net, x, y, lr)}
