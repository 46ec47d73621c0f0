import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_11.py", "for epoch", ("model.W", "model.b")
    names = {"X": "x", "y": "y", "lr": "lr", "bs": "len(x)",
             "D": "case.sizes[0]", "hidden_size": "case.sizes[1]", "K": "case.sizes[2]"}
    shows = {"loss": "total / len(X)"}
    bias, targets, activations, loss = "row", "class_index", ("tanh", "softmax"), "cross_entropy_per_sample"
