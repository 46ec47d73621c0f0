import crosscheck

class Mine(crosscheck.Script):
    file, training, parameters = "net_03.py", "for ep in range(epochs)", "theta"
    names = {"X": "x", "t": "y", "eta": "lr", "batch": "len(x)"}
    bias, targets, activations = "folded_first_row", "class_index", ("softmax",)
    loss, momentum = "cross_entropy_per_sample", 0.9
    loss_of = lambda self, net, x, y: net.nll(net.theta, net.add_ones(x), y)
