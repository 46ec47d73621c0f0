import crosscheck

class Mine(crosscheck.Script):
    file, substitute, parameters, flat = "net_12.py", {"range(200)": "range(1)"}, "nn_params", "F"
    names = {"X": "x", "y": "y + 1", "alpha": "lr", "lam": "case.l2", "input_layer_size": "case.sizes[0]",
             "hidden_layer_size": "case.sizes[1]", "num_labels": "case.sizes[2]"}
    shows = {"loss": "J", "dW": "grad"}
    weight, bias, targets, l2, l2_scale = "out_in", "folded_first_column", "class_index", 0.5, "per_sample"
    activations, loss = ("sigmoid", "sigmoid"), "bce_per_sample"
