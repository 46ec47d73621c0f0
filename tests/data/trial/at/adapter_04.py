import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_04.py", "for i in range(1500)", ("W W2", "b b2")
    names, shows = {"X": "x", "y": "y", "step_size": "lr", "reg": "case.l2"}, {"loss": "loss"}
    activations, loss, l2 = ("relu", "softmax"), "cross_entropy_per_sample", 0.1
    bias, targets = "row", "class_index"
