import crosscheck
from net_06 import DeepNN


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("elu", ..., "identity"), "mse", ("W", "B")
    sizes = ("n", "h", "h", "h", "h", "k")
    build = lambda self, case: DeepNN(case.sizes[0], case.sizes[1], case.sizes[-1])
    step = lambda self, net, x, y, lr, epochs, batch_size: net.fit(x, y, epochs, batch_size, lr)
    loss_of = lambda self, net, x, y: net.getLoss(net.feedForward(x), y)
