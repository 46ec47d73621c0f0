import crosscheck
from net_02 import adelante, entrenar, perdida


class Mine(crosscheck.Adapter):
    bias, targets, parameters = "row", "class_index", ("W", "b")
    activations, loss = ("relu", "relu", "softmax"), "cross_entropy_per_sample"
    step = lambda self, p, x, y, lr, epochs: entrenar(x, y, p, lr, epochs)
    loss_of = lambda self, p, x, y: perdida(adelante(x, p)[0], y)
