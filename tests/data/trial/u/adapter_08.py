import crosscheck
import numpy as np

import net_08


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("elu", ..., "identity"), "mse", ("couches.w", "couches.b")
    build = lambda self, case: net_08.Reseau(case.sizes, np.random.default_rng(0))
    step = lambda self, net, x, y, lr: {"loss": net.entrainer(x, y, lr)}
