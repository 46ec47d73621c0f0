import crosscheck
from net_07 import chi_and_grad


class Mine(crosscheck.Adapter):
    activations, loss = ("gelu_tanh", "gelu_tanh", "identity"), "half_sse_per_sample"
    targets, sizes, parameters, flat = "vector", (4, 9, 6, 1), "theta", "C"
    read = lambda self, net: {}

    def step(self, net, x, y, lr):
        chi, grad = chi_and_grad(net["theta"], x, y)
        return {"loss": chi, "dW": grad}
