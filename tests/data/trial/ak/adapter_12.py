import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_12.py", "for epoch in range(n_epochs)", "Ws"
    names = {"feats": "x", "price": "y", "lr": "lr", "wd": "case.l2"}
    bias, l2, l2_on, sizes = "folded_last_row", 0.001, "all", ("n", ..., 1)
    activations, loss = (("leaky_relu", 0.1), ..., "identity"), "half_mse"
    loss_of = lambda self, net, x, y: net.loss(net.Ws, x, y)
