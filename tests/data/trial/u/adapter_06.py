import random

import crosscheck

import net_06


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "folded_last_column", "0 1"
    activations, loss, targets = (("leaky_relu", 0.05), "identity"), "half_sse", "vector"
    build = lambda self, case: net_06.crear_red(*case.sizes[:2], random.Random(0))
    step = lambda self, net, x, y, lr: {"loss": net_06.ajustar(net, x, y, lr)}
