import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_08.py", "for i in range(1500)", "Thetas"
    bias, sizes = "folded_first_row", (2, 9, 7, 2)
    activations, loss = ("sigmoid", "sigmoid", "identity"), "half_sse_per_sample"
    loss_of = lambda self, net, x, y: net.cost(net.Thetas, x, y)

    def step(self, net, x, y, lr):
        net.Thetas = net.update(net.Thetas, x, y, lr)
