import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_03.py", "for i in range(iterations)", ("W", "b")
    names = {"X": "x", "Y": "y", "alpha": "lr"}
    shows = {"loss": "cross_entropy(A2, Y)", "dW": "[dW1, dW2]", "db": "[db1, db2]"}
    samples, weight, bias, targets, sizes = "columns", "out_in", "column", "class_index", ("n", "h", 4)
    activations, loss = ("relu", "softmax"), "cross_entropy_per_sample"
