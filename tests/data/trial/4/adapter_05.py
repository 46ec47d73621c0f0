import crosscheck
from net_05 import LEAK, Net


class Mine(crosscheck.Adapter):
    samples, weight, parameters = "vector", "out_in", ("m_layers.m_weights", "m_layers.m_bias")
    activations, loss, momentum = (("leaky_relu", LEAK), ..., "tanh"), "half_sse", 0.5
    build = lambda self, case: Net(case.sizes, case.lr, case.momentum)

    def step(self, net, x, y, lr):
        net.feedForward(x)
        net.backProp(y)
        return {"loss": net.m_error}
