import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_07.py", "data = []", ("w_ih w_ho", "b_h b_o")
    samples, weight, targets, sizes = "vector", "out_in", "vector", (2, 6, 1)
    activations, loss = ("silu", "sigmoid"), "bce_sum"
    loss_of = lambda self, net, x, y: net.nll(x, y)

    def step(self, net, x, y, lr):
        net.eta = lr
        net.learn(x, y)
