import crosscheck


class Mine(crosscheck.Script):
    file, parameters, shows = "net_11.py", ("parameters.W", "parameters.b"), {"loss": "cost"}
    names = {"X": "x", "Y": "y[None, :]", "learning_rate": "lr", "num_iterations": 1, "layers_dims": "case.sizes"}
    samples, weight, bias, targets = "columns", "out_in", "column", "vector"
    activations, loss = ("tanh", ..., "sigmoid"), "bce_per_sample"
