import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_04.py", "for i in range(num_iterations)", ("parameters.W", "parameters.b")
    names = {"X": "x", "Y": "y", "layers_dims": "case.sizes", "learning_rate": "lr", "beta": "case.momentum"}
    samples, weight, bias, momentum, shows = "columns", "out_in", "column", 0.9, {"loss": "cost"}
    activations, loss = ("leaky_relu", ..., "sigmoid"), "bce_per_sample"
