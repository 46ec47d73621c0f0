import crosscheck
from net_12 import fit, infer, init_params, logloss


class Mine(crosscheck.Adapter):
    bias, activations, loss = "folded_first_row", ("tanh", "sigmoid"), "bce_per_sample"
    parameters = "params.hidden params.output"
    build = lambda self, case: {"params": init_params(*case.sizes)}
    loss_of = lambda self, net, x, y: logloss(infer(net["params"], x)[1], y)

    def step(self, net, x, y, lr, epochs):
        for net["params"], event in fit(net["params"], x, y, lr=lr, epochs=epochs):
            pass
