import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_05.py", {"range(1000)": "range(1)"}, ("W W2 W3", "b b2 b3")
    names, shows = {"X": "x", "y": "y", "step_size": "lr", "reg": "case.l2"}, {"loss": "loss"}
    bias, targets, l2 = "row", "class_index", 0.1
    activations, loss = ("relu", "relu", "softmax"), "cross_entropy_per_sample"
