import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_04.py", "for epoch", ("layers.0", "layers.1")
    names = {"x": "x", "y": "y", "cfg.lr": "lr", "cfg.batch": "len(x)"}
    activations, loss = (("leaky_relu", 0.1), ..., "softmax"), "cross_entropy_per_sample"
    targets, momentum, sizes = "class_index", 0.9, (2, 16, 16, 3)
    loss_of = lambda self, net, x, y: net.nll(net.forward(net.layers, x, net.cfg.slope)[0][-1], y)
