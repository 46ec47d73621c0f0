import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, bias = "net_07.py", "for k in range", "P", "folded_last_row"
    activations, loss, sizes = ("tanh", "tanh", "sigmoid"), "bce_mean", (2, 10, 10, 1)

    def step(self, net, x, y, lr):
        labels = 2 * y - 1
        loss = net.L(net.P, x, labels)
        net.P = net.step(net.P, x, labels, lr)
        return {"loss": loss}
