import crosscheck
from net_02 import Net, train


class Mine(crosscheck.Adapter):
    weight, targets, parameters = "out_in", "vector", ("layers.w.data", "layers.b.data")
    activations, loss = ("tanh", ..., "identity"), "mse"

    def build(self, case):
        return Net(case.sizes)

    def step(self, net, x, y, lr):
        train(net, x, y, steps=1, lr=lr)
