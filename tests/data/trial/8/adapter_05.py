import crosscheck
from net_05 import coste_ecm, crear_red, entrenar, sigm, tanh

class Mine(crosscheck.Adapter):
    bias, activations, loss, parameters = "row", ("tanh", ..., "sigmoid"), "mse", ("W", "b")
    build = lambda self, case: crear_red(case.sizes, tanh, sigm)
    step = lambda self, net, x, y, lr: {"output": entrenar(net, x, y, coste_ecm, lr)}
    loss_of = lambda self, net, x, y: coste_ecm[0](entrenar(net, x, y, coste_ecm, entrena=False), y)
