import crosscheck


class Mine(crosscheck.Script):
    file = "net_04.py"
    names = {"X": "x", "y": "y", "alpha": "lr", "max_iter": 1, "num_labels": "case.n_outputs"}
    weight, bias, parameters = "out_in", "folded_first_column", "Theta1 Theta2"
    activations, loss, targets = ("sigmoid", "sigmoid"), "bce_per_sample", "class_index"
    l2, l2_scale = 0.3, "per_sample"
