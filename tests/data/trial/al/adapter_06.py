import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_06.py", "for it in range", ("theta", "icpt")
    names = {"X": "x", "Y": "y", "eta": "lr"}
    samples, weight, activations, loss = "columns", "out_in", ("sigmoid",), "bce_per_sample"
    momentum, l2 = 0.8, 1e-2
    loss_of = lambda self, net, x, y: net.objective(net.theta, net.icpt, x, y, self.l2)
