import crosscheck
from net_05 import Dense, LeakyReLU, mse, mse_prime, predict, train


class Mine(crosscheck.Adapter):
    bias, parameters = "row", ("weights", "bias")
    activations, loss = (("leaky_relu", 0.2), ..., "identity"), "mse"
    build = lambda self, case: [part for m, n in zip(case.sizes, case.sizes[1:])
                                for part in (Dense(m, n), LeakyReLU(0.2))][:-1]
    step = lambda self, net, x, y, lr, epochs: train(net, mse, mse_prime, x, y, epochs, lr, verbose=False)
    loss_of = lambda self, net, x, y: mse(y, predict(net, x))
