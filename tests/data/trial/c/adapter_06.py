import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_06.py", "for n in range", ("w_1 w_2 w_3", "b_1 b_2 b_3")
    samples, weight, targets = "vector", "out_in", "vector"
    activations, loss = (("leaky_relu", 0.1), ("leaky_relu", 0.1), "identity"), "sse"
    loss_of = lambda self, net, x, y: net.loss(x, y)

    def step(self, net, x, y, lr):
        net.LR = lr
        net.update(x, y)
