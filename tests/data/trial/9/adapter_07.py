import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters, flat = "net_07.py", {"range(300)": "range(1)"}, "nn_params", "C"
    names = {"X": "x", "y": "y", "alpha": "lr", "Lambda": "case.l2",
             "n_in": "case.sizes[0]", "n_hid": "case.sizes[1]", "n_lab": "case.sizes[2]"}
    weight, bias, targets = "out_in", "folded_first_column", "class_index"
    activations, loss, l2, l2_scale = ("sigmoid", "sigmoid"), "bce_per_sample", 0.25, "per_sample"
    shows = {"loss": "J", "dW": "grad"}
