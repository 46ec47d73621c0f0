import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_03.py", "for i in range(num_iterations)", ("parameters.W", "parameters.b")
    names, shows = {"X": "x", "Y": "y", "learning_rate": "lr", "lambd": "case.l2"}, {"loss": "cost"}
    samples, weight, bias, sizes = "columns", "out_in", "column", ("n", 10, 4, 1)
    activations, loss, l2, l2_scale = ("relu", "relu", "sigmoid"), "bce_per_sample", 0.1, "per_sample"
