import crosscheck
from net_05 import Dense, Gelu, mse, predict, train


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "column", "out_in", "column", ("weights", "bias")
    activations, loss = ("gelu_tanh", ..., "identity"), "mse"
    build = lambda self, case: [p for m, n in zip(case.sizes, case.sizes[1:]) for p in (Dense(m, n), Gelu())][:-1]
    step = lambda self, net, x, y, lr, epochs: train(net, [x], [y], epochs, lr, verbose=False)
    loss_of = lambda self, net, x, y: mse(y, predict(net, x))
