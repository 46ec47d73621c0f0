import crosscheck

class Mine(crosscheck.Script):
    file, training, parameters = "net_07.py", "for ep in range", ("theta.0", "theta.1")
    names = {"features": "x", "target": "y", "LR": "lr", "BS": "len(x)", "LAYERS": "case.sizes"}
    activations, loss, momentum, sizes = ("elu", ..., "identity"), "half_mse", 0.9, ("n", ..., 1)
    loss_of = lambda self, net, x, y: net.half_mse(x, y)
