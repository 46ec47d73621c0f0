import crosscheck


class Mine(crosscheck.Script):
    file, parameters, shows = "net_02.py", ("parameters.W", "parameters.b"), {"loss": "cost"}
    names = {"X": "x", "Y": "y", "num_iterations": 1}
    samples, weight, bias, sizes, lr = "columns", "out_in", "column", (4, 8, 6, 3), 0.1
    activations, loss = ("relu", "relu", "softmax"), "cross_entropy_per_sample"
    l2, l2_scale = 0.7, "per_sample"
