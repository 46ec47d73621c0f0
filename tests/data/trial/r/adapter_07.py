import crosscheck
from net_07 import Dense, Softplus, Tanh, mse, mse_prime, train


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "column", "out_in", "column", ("weights", "bias")
    activations, loss = ("tanh", "softplus", "identity"), "mse"

    def build(self, case):
        n, h1, h2, k = case.sizes
        return [Dense(n, h1), Tanh(), Dense(h1, h2), Softplus(), Dense(h2, k)]

    def step(self, net, x, y, lr, epochs):
        train(net, mse, mse_prime, [x], [y], epochs, lr)
