import crosscheck


class Mine(crosscheck.Script):
    file, weight, targets, parameters = "net_08.py", "out_in", "class_index", ("W", "biais")
    names = {"donnees": "list(zip(x.tolist(), y.tolist()))", "DIM": "case.sizes[0]", "NB_CLASSES": "case.sizes[1]",
             "pas": "lr", "nb_iter": 1}
    activations, loss, l2 = ("softmax",), "cross_entropy_per_sample", 0.01
    shows = {"dW1": "gW", "db1": "gb"}
