import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, flat = "net_03.py", "h1 = sigmoid", "nn_params", "C"
    names = {"X": "x", "y": "y + 1", "n": "case.sizes[0]", "hid": "case.sizes[1]", "K": "case.sizes[2]",
             "lam": "case.l2", "alpha": "lr", "MaxIter": 1}
    weight, bias, targets = "out_in", "folded_first_column", "class_index"
    activations, loss = ("sigmoid", "sigmoid"), "bce_per_sample"
    l2, l2_scale = 1.0, "per_sample"
    shows = {"loss": "J", "dW": "grad"}
