import crosscheck
from net_12 import Elu, Network


class Mine(crosscheck.Adapter):
    bias, parameters = "row", ("params.W", "params.b")
    activations, loss = (("elu", 0.8), ..., "softmax"), "cross_entropy_per_sample"
    build = lambda self, case: Network(case.sizes, Elu(0.8), case.lr)
    step = lambda self, net, x, y, lr, epochs, batch_size: net.fit(x, y, epochs, batch_size)
