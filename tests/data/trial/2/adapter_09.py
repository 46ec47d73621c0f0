import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, names = "net_09.py", "if __name__", "W", {"D": "case.sizes"}
    bias, activations, loss = "none", ("silu", ..., "identity"), "mse"
    step = lambda self, net, x, y, lr: net.step(x, y, lr)
    loss_of = lambda self, net, x, y: net.loss(x, y)
