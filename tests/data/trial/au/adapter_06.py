import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_06.py", "for ep in range", ("theta", "bias")
    names = {"x": "x", "t": "y", "lr": "lr", "bs": "len(x)", "mu": "case.momentum"}
    activations, loss, momentum = ("softmax",), "cross_entropy_per_sample", 0.9
    loss_of = lambda self, net, x, y: net.xent(net.theta, net.bias, x, y)
