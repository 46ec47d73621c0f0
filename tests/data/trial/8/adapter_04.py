import crosscheck

class Mine(crosscheck.Script):
    file, substitute, parameters = "net_04.py", {"range(800)": "range(1)"}, ("W W2", "b b2")
    names = {"X": "x", "y": "y", "step_size": "lr", "h": "case.sizes[1]"}
    shows = {"loss": "loss", "dW": "[dW, dW2]", "db": "[db, db2]"}
    bias, targets, momentum, l2 = "row", "class_index", 0.9, 1e-3
    activations, loss = (("leaky_relu", 0.01), "softmax"), "cross_entropy_per_sample"
