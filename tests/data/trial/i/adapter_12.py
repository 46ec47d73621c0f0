import crosscheck
from net_12 import LAMBDA, chain, dense, objective, sgd, silu


class Mine(crosscheck.Adapter):
    bias, activations, loss, l2 = "row", ("silu", ..., "identity"), "mse", 2 * LAMBDA
    parameters = "params.W", "params.b"

    def build(self, case):
        blocks = [block for m, n in zip(case.sizes, case.sizes[1:]) for block in (dense(m, n), silu())]
        params, net = chain(*blocks[:-1])
        return {"params": params, "net": net}

    def step(self, net, x, y, lr):
        value, grads = objective(net["params"], net["net"], x, y)
        sgd(net["params"], grads, lr)
        return {"loss": value}
