import crosscheck
from net_08 import gradient, init_state, objective, sgd


class Mine(crosscheck.Adapter):
    activations, loss = ("gelu_tanh", ..., "softmax"), "cross_entropy_per_sample"
    l2, momentum, parameters = 0.1, 0.9, ("state.params.w", "state.params.b")
    build = lambda self, case: {"state": init_state(1, *case.sizes)}
    loss_of = lambda self, net, x, y: objective(net["state"].params, x, y, self.l2)

    def step(self, net, x, y, lr):
        grads = gradient(net["state"].params, x, y, self.l2)
        net["state"] = sgd(net["state"], grads, lr, self.momentum)
