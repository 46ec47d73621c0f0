import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_11.py", "for t in range(passes)", ("w", "b")
    names = {"X": "x", "y": "2 * y - 1", "eta": "lr", "reg": "case.l2", "bsz": "len(x)"}
    targets, activations, loss, l2 = "vector", ("sigmoid",), "bce_per_sample", 0.01
    loss_of = lambda self, net, x, y: net.obj(net.w, net.b, x, 2 * y - 1, self.l2)
