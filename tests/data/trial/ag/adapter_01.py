import crosscheck
from net_01 import crear_red, ecm, entrenar


class Mine(crosscheck.Adapter):
    bias, activations, loss, parameters = "row", ("tanh", ..., "sigmoid"), "mse", ("W", "b")
    build = lambda self, case: crear_red(case.sizes)
    step = lambda self, net, x, y, lr: {"output": entrenar(net, x, y, ecm, lr)}
    loss_of = lambda self, net, x, y: ecm[0](entrenar(net, x, y, ecm, train=False), y)
