import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_12.py", "for i in range(iters)", "W"
    names = {"X": "x", "labels": "y", "k": "case.n_outputs", "eta": "lr", "decay": "case.l2 / 2"}
    samples, weight, bias, targets = "columns", "out_in", "folded_last_column", "class_index"
    activations, loss, l2 = ("softmax",), "cross_entropy_sum", 0.1
    loss_of = lambda self, net, x, y: net.cost(net.W, net.add_ones(x), net.one_hot(y, net.k), net.decay)
