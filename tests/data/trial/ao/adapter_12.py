import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_12.py", "for i in range(iterations)", ("W", "b")
    names, shows = {"X": "x", "Y": "y", "alpha": "lr"}, {"loss": "get_loss(A2, Y)"}
    samples, weight, bias, sizes = "columns", "out_in", "column", ("n", "h", 4)
    activations, loss, targets = ("relu", "softmax"), "cross_entropy_per_sample", "class_index"
