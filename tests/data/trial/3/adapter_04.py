import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters, flat = "net_04.py", {"range(500)": "range(1)"}, "nn_params", "F"
    names, shows = {"X": "x", "y": "y + 1"}, {"loss": "J", "dW": "grad"}
    weight, bias, targets, sizes, lr = "out_in", "folded_first_column", "class_index", (4, 7, 3), 0.8
    activations, loss, l2, l2_scale = ("sigmoid", "sigmoid"), "bce_per_sample", 1.0, "per_sample"
