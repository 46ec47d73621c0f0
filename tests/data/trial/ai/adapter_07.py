import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_07.py", "for ep in range(20)", ("w", "c")
    names = {"data": "x", "labels": "2 * y - 1", "N": "len(x)", "D": "x.shape[1]", "bs": "len(x)", "lr": "lr"}
    activations, loss, targets = ("sigmoid",), "bce_per_sample", "vector"
    momentum, l2 = 0.8, 0.01
    loss_of = lambda self, net, x, y: net.objective(net.w, net.c, x, 2 * y - 1)
