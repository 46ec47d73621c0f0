import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_06.py", "for epoch", ("net.layers.weight.data", "net.layers.bias.data")
    names = {"x": "x", "y": "y", "opt.lr": "lr", "opt.wd": "case.l2"}
    weight, activations, loss = "out_in", ("silu", "silu", "identity"), "mse"
    l2, sizes = 0.1, (3, 16, 12, 2)
    loss_of = lambda self, net, x, y: net.mse(net.net(x), y)[0] + net.penalty(net.opt.params, net.opt.wd)
