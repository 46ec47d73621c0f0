import crosscheck
from net_10 import Rede


class Mine(crosscheck.Adapter):
    samples, weight, parameters = "vector", "out_in", ("camadas.pesos", "camadas.vies")
    activations, loss = ("tanh", ..., "sigmoid"), "sse"
    build = lambda self, case: Rede(case.sizes)
    step = lambda self, net, x, y, lr: net.aprender(x, y, lr)
    loss_of = lambda self, net, x, y: net.erro(x, y)
