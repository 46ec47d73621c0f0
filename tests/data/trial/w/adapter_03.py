import crosscheck
from net_03 import MLP, mse, train


class Mine(crosscheck.Adapter):
    weight, targets, parameters = "out_in", "vector", ("layers.w.data", "layers.b.data")
    activations, loss = ("tanh", ..., "identity"), "mse"
    build = lambda self, case: MLP(case.sizes)
    step = lambda self, net, x, y, lr, epochs: train(net, x, y, epochs, lr)
    loss_of = lambda self, net, x, y: mse(net, x, y).data
