import crosscheck


class Mine(crosscheck.Script):
    file, parameters, bias, targets, sizes = "net_06.py", "B", "folded_first_row", "class_index", ("n", 3)
    names = {"x": "x", "species": "y", "step": "lr", "maxit": 1}
    activations, loss, l2 = ("softmax",), "cross_entropy_per_sample", 0.05
