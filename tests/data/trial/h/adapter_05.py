import crosscheck
from net_05 import Dense, Softplus, Tanh, mse, predict, train


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "column", "out_in", "column", ("weights", "bias")
    activations, loss = ("softplus", "tanh", "identity"), "mse"
    step = lambda self, net, x, y, lr, epochs: train(net, [x], [y], epochs, lr, verbose=False)
    loss_of = lambda self, net, x, y: mse(y, predict(net, x))

    def build(self, case):
        n, h1, h2, k = case.sizes
        return [Dense(n, h1), Softplus(), Dense(h1, h2), Tanh(), Dense(h2, k)]
