import crosscheck
from net_07 import RegressionMLP


class Mine(crosscheck.Adapter):
    bias, parameters = "row", ("params_.W", "params_.b")
    activations, loss = (("elu", 0.5), ..., "identity"), "half_sse_per_sample"
    build = lambda self, case: RegressionMLP(case.sizes[0], case.sizes[1:-1], case.sizes[-1], case.lr, alpha=0.5)
    step = lambda self, net, x, y, lr, epochs: net.fit(x, y, epochs, verbose=False)
    loss_of = lambda self, net, x, y: net.loss(x, y)
