import crosscheck
from net_05 import total_loss, train


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "folded_last_column", "W"
    activations, loss = ("silu", "identity"), "sse"
    build = lambda self, case: {"W": [W.tolist() for W in case.weights]}
    loss_of = lambda self, net, x, y: total_loss(net["W"], [list(x)], [list(y)])

    def step(self, net, x, y, lr, epochs):
        net["W"] = train(net["W"], [list(x)], [list(y)], epochs, lr)
