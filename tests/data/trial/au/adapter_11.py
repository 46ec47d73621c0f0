import crosscheck
from net_11 import FC, Net, Softplus, mse, train


class Mine(crosscheck.Adapter):
    weight, activations, loss = "out_in", ("softplus", ..., "identity"), "sse_per_sample"
    parameters = "layers.W.data", "layers.b.data"
    build = lambda self, case: Net(*[p for m, n in zip(case.sizes, case.sizes[1:]) for p in (FC(m, n), Softplus())][:-1])
    step = lambda self, net, x, y, lr, epochs, batch_size: train(net, x, y, epochs, batch_size, lr)
    loss_of = lambda self, net, x, y: mse(net(x), y)[0]
