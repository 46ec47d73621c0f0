import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_03.py", {"range(1000)": "range(1)"}, ("W W2 W3", "b b2 b3")
    names = {"X": "x", "y": "y", "step_size": "lr", "reg": "case.l2"}
    bias, targets, l2 = "row", "class_index", 0.1
    activations, loss = ("relu", "relu", "softmax"), "cross_entropy_per_sample"
    shows = {"loss": "loss", "dW": "[dW, dW2, dW3]", "db": "[db, db2, db3]"}
