import crosscheck


class Mine(crosscheck.Script):
    file, parameters, flat, sizes = "net_12.py", "params", "C", (4, 6, 3)
    names, substitute = {"X": "x", "y": "y + 1", "alpha": "lr"}, {"range(400)": "range(1)"}
    weight, bias, targets, shows = "out_in", "folded_first_column", "class_index", {"loss": "J", "dW": "grad"}
    activations, loss, l2, l2_scale = ("sigmoid", "sigmoid"), "half_sse_per_sample", 0.1, "per_sample"
