import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_04.py", "for i in range(800)", ("W W2", "b b2")
    names = {"X": "x", "y": "y", "step_size": "lr", "reg": "case.l2"}
    shows = {"loss": "loss", "dW": "[dW, dW2]", "db": "[db, db2]"}
    bias, activations, loss = "row", ("relu", "softmax"), "cross_entropy_per_sample"
    targets, l2 = "class_index", 0.1
