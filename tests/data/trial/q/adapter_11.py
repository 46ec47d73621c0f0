import numpy as np
import crosscheck
from net_11 import cria_rede, treina_exemplo


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "none", "pesos"
    activations, loss = (("leaky_relu", 0.2), ..., "identity"), "sse"
    build = lambda self, case: {"pesos": cria_rede(case.sizes, np.random.default_rng(0))}
    step = lambda self, net, x, y, lr: {"loss": treina_exemplo(net["pesos"], x, y, lr)}
