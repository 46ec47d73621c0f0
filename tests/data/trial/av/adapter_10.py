import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_10.py", "for epoch", "net"
    names, shows, substitute = {"data": "[(x, y)]"}, {"loss": "total"}, {"alpha=1.0": "alpha=0.5"}
    samples, weight, bias, targets = "vector", "out_in", "folded_last_column", "class_index"
    activations, loss, lr = (("elu", 0.5), ..., "softmax"), "cross_entropy_sum", 0.05
