import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, bias = "net_07.py", "if __name__", "start", "folded_last_row"
    substitute = {"W = 0.01 * rs.randn(x.shape[1], T.shape[1])": "W = start"}
    activations, loss, momentum = ("softmax",), "cross_entropy_per_sample", 0.5
    loss_of = lambda self, net, x, y: net.cost(net.start, net.add_ones(x), y)

    def step(self, net, x, y, lr, epochs, batch_size):
        net.start = net.fit(net.add_ones(x), y, lr, self.momentum, epochs, batch_size)
