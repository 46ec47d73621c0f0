from types import SimpleNamespace
from unittest.mock import patch
import numpy as np
import crosscheck
import net_07
from net_07 import cout, entrainer, graine


class Mine(crosscheck.Adapter):
    bias, activations, loss = "folded_last_row", ("sigmoid",), "bce_per_sample"
    targets, parameters = "vector", "w"
    build = lambda self, case: {"w": np.zeros(case.sizes[0] + 1)}
    loss_of = lambda self, net, x, y: cout(net["w"], np.c_[x, np.ones(len(x))], 2 * y - 1)

    def step(self, net, x, y, lr, epochs, batch_size):
        draws = SimpleNamespace(normal=lambda *_: net["w"], permutation=graine.permutation)
        with patch.object(net_07, "graine", draws):
            net["w"] = entrainer(np.c_[x, np.ones(len(x))], 2 * y - 1, lr, epochs, batch_size)
