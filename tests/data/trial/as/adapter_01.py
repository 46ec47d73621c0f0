import crosscheck


class Mine(crosscheck.Script):
    file, training, parameters = "net_01.py", "for i in range(num_iterations)", ("parameters.W", "parameters.b")
    names = {"X": "x", "Y": "y", "learning_rate": "lr", "layers_dims": "case.sizes"}
    samples, weight, bias, shows = "columns", "out_in", "column", {"loss": "cost"}
    activations, loss = ("relu", ..., "sigmoid"), "bce_per_sample"
