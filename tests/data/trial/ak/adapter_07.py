import crosscheck


class Mine(crosscheck.Script):
    file, training = "net_07.py", "for i in range(num_iterations)"
    samples, weight, bias, parameters = "columns", "out_in", "column", ("parameters.W", "parameters.b")
    names = {"X": "x", "Y": "y", "learning_rate": "lr", "lambd": "case.l2", "layers_dims": "case.sizes"}
    shows = {"loss": "cost"}
    activations, loss = ("relu", ..., "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.1, "per_sample"
