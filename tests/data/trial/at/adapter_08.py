import crosscheck
from net_08 import grad_fn, loss_fn, sgd


class Mine(crosscheck.Adapter):
    activations, loss = ("gelu_tanh", ..., "identity"), "half_sse_per_sample"
    parameters = "params.0", "params.1"
    build = lambda self, case: {"params": list(zip(case.weights, case.biases))}
    loss_of = lambda self, net, x, y: loss_fn(net["params"], x, y)

    def step(self, net, x, y, lr):
        net["params"] = sgd(net["params"], grad_fn(net["params"], x, y), lr)
