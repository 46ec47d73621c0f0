import crosscheck
from net_11 import init, train, value_and_grad


class Mine(crosscheck.Adapter):
    activations, loss = ("softplus", "softplus", "softplus", "sigmoid"), "bce_mean"
    parameters = "p.w", "p.b"
    build = lambda self, case: {"p": init(0, case.sizes)}
    loss_of = lambda self, net, x, y: value_and_grad(net["p"], x, y)[0]

    def step(self, net, x, y, lr, epochs):
        net["p"] = train(net["p"], x, y, lr, epochs)
