import crosscheck
from net_08 import grad_fn, loss_fn, sgd


class Mine(crosscheck.Adapter):
    bias, activations, loss, parameters = "none", ("elu", "identity"), "half_sse_per_sample", "params"
    build = lambda self, case: {"params": tuple(case.weights)}
    loss_of = lambda self, net, x, y: loss_fn(net["params"], x, y)

    def step(self, net, x, y, lr):
        net["params"] = sgd(net["params"], grad_fn(net["params"], x, y), lr)
