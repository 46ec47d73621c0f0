import crosscheck


class Mine(crosscheck.Script):
    file, parameters, flat, substitute = "net_01.py", "params", "C", {"range(400)": "range(1)"}
    names = {"X": "x", "y": "y", "alpha": "lr", "Lambda": "case.l2", "input_layer_size": "case.sizes[0]",
             "hidden_layer_size": "case.sizes[1]", "num_labels": "case.sizes[2]"}
    weight, bias, targets = "out_in", "folded_first_column", "class_index"
    activations, loss, l2, l2_scale = ("sigmoid", "sigmoid"), "bce_per_sample", 0.5, "per_sample"
    shows = {"loss": "J", "dW": "grad"}
