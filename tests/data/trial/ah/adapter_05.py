import crosscheck


class Mine(crosscheck.Script):
    file, substitute = "net_05.py", {"range(1500)": "range(1)"}
    names, shows = {"X": "x", "y": "y", "step_size": "lr"}, {"loss": "loss"}
    bias, targets, parameters = "row", "class_index", ("W W2 W3", "b b2 b3")
    activations, loss, l2 = ("relu", "relu", "softmax"), "cross_entropy_per_sample", 1e-3
