import crosscheck


class Mine(crosscheck.Script):
    file, substitute, parameters = "net_07.py", {"range(600)": "range(1)"}, ("W W2 W3", "b b2 b3")
    names = {"X": "x", "y": "y", "step_size": "lr", "reg": "case.l2"}
    bias, activations, loss = "row", ("elu", "elu", "softmax"), "cross_entropy_per_sample"
    targets, l2 = "class_index", 0.1
    shows = {"loss": "loss", "dW": "[dW, dW2, dW3]", "db": "[db, db2, db3]"}
