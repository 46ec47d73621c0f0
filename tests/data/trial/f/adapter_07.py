import crosscheck
from net_07 import coste, crear_red, entrenar


class Mine(crosscheck.Adapter):
    bias, parameters = "row", ("W", "b")
    activations, loss = ("tanh", ..., "sigmoid"), "mse"

    def build(self, case):
        return crear_red(case.sizes)

    def step(self, net, x, y, lr):
        return {"loss": coste[0](entrenar(net, x, y, coste, lr), y)}
