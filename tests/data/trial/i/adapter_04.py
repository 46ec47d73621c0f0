import crosscheck
from net_04 import Red


def pairs(x, y):
    return [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]


class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("pesos", "sesgos")
    activations, loss = ("sigmoid", ..., "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.25, "per_sample"
    build = lambda self, case: Red(case.sizes)
    step = lambda self, net, x, y, lr: net.actualiza(pairs(x, y), lr, 2 * self.l2, 2 * len(x))
    loss_of = lambda self, net, x, y: net.coste(pairs(x, y), self.l2)
