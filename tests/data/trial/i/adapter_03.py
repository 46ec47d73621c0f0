import crosscheck


class Mine(crosscheck.Script):
    file, parameters = "net_03.py", ("W W2", "b b2")
    names = {"X": "x", "y": "y", "step_size": "lr", "reg": "case.l2", "n_iters": 1}
    bias, targets, l2 = "row", "class_index", 0.1
    activations, loss = ("relu", "softmax"), "cross_entropy_per_sample"
    shows = {"loss": "loss", "dW": "[dW, dW2]", "db": "[db, db2]"}
