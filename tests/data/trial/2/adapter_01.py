import crosscheck
from net_01 import Network


class Mine(crosscheck.Adapter):
    samples, weight, parameters = "vector", "out_in", ("layers.weights", "layers.bias")
    activations, loss = ("sigmoid", ..., "sigmoid"), "half_sse"
    build = lambda self, case: Network({"sizes": case.sizes, "learningRate": case.lr})
    step = lambda self, net, x, y, lr: {"loss": net.learn(x, y)}
